-- A report that spoke of two faults: the other fault has a slip of its own.
alter table slip add split_from varchar(20);

alter table slip add constraint slip_split_from foreign key (split_from) references slip (number);
create index slip_split_from_number on slip (split_from);
