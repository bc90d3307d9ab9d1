-- Why unfinished work goes on, for whoever carries it on. The last reason does not say it: it changes with every visit and complaint.
alter table slip add column work_note varchar(1100);
