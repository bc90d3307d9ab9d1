-- The slip that a rework repeats, as the month was frozen. Of earlier months only the rework is known.
alter table month_slip add column former varchar(20);
