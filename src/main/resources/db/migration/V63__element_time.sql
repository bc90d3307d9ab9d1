-- One narrow row for each task and step of a repair that is over, written as it ends: how long it took, against what was promised, and
-- by what it may be looked at. The engine's history stays the evidence; figures are not counted from it. Times in the office's local time.
create table element_time (
  activity       varchar(64) primary key,
  slip_number    varchar(20) not null references slip (number),
  element        varchar(255) not null,
  started_at     timestamp(3) not null,
  ended_at       timestamp(3) not null,
  seconds        bigint not null,
  limit_seconds  bigint,
  office         varchar(40) not null,
  repair_class   varchar(10),
  item_code      varchar(20),
  technician     varchar(64)
);

create index element_time_ended on element_time (ended_at, element);
create index element_time_slip on element_time (slip_number);
