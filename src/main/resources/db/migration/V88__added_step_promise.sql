-- The promise of a step that the process owner has added is one like every other: with the id and the name of the step in the diagram.
-- Steps under way when this comes keep their due date; they have no such promise.
alter table commitment add column step varchar(255);
alter table commitment add column step_name varchar(100);
alter table added_step add column commitment bigint references commitment (id);
create index added_step_open on added_step (ended_at, commitment);
