-- What the recipient of a message was told as: a role of the table of notifications. Older messages do not tell.
alter table message add column told_as varchar(80);
