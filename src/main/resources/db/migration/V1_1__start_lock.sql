-- One row that a starting node locks while it creates groups, rights and filters, so that nodes do it one after another.
create table start_lock (
  id integer primary key
);
insert into start_lock (id) values (1);
