-- The task that a message is about where it is about no slip; null for messages of former releases.
alter table message add column task varchar(64);
