-- Whose promise it is, where one clerk keeps it: registration, the call about a deferral, the check of public work. Of those made
-- before, nobody knows: whoever opened a slip need not have registered it, nor be a clerk.
alter table commitment add column clerk varchar(64);
alter table month_promise add column clerk varchar(64);
