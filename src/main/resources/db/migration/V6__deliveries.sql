-- A message may be about no single slip, and outlives nothing: without the reference to the slip. Another column, because
-- each database has its own name for the constraint.
alter table message add column about varchar(20);
update message set about = slip_number;
alter table message drop column slip_number;
alter table message rename column about to slip_number;

alter table message add column facts varchar(2000) default '{}' not null;
-- Who told the recipient by phone what no channel brought.
alter table message add column told_by varchar(64);
alter table message add column told_at timestamp(3);

create index message_state on message (state, id);
create index message_created on message (created_at);
