-- A slip whose message did not reach the team is offered in its list; until somebody learns of it, 4.6.1b is owed.
alter table slip add column offered_at timestamp(3);
alter table slip add column team_reached_at timestamp(3);
