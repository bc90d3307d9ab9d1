-- Whose slip it is stands beside what the slip says: whoever sees the slips of some offices only does not look through those of all.
-- A new database has it from V40 on.
alter table slip_text add column if not exists office varchar(40);

update slip_text set office = (select s.office from slip s where s.number = slip_number) where office is null;

alter table slip_text alter column office set not null;

create index if not exists slip_text_of_office on slip_text (office, ended, opened_at desc, slip_number desc);
