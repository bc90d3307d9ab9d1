-- Two slips about the same fault: one goes on, the other has ended in it. Numbers are never used again.
alter table slip add joined_to varchar(20);
alter table slip add reason_joining varchar(500);

alter table slip add constraint slip_joined_to foreign key (joined_to) references slip (number);
create index slip_joined_to_number on slip (joined_to);
