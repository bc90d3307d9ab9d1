-- Who wants the figures of the day as a message each morning.
create table morning_reader (
  person  varchar(64) primary key
);
