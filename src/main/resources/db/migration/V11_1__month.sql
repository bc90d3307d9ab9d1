-- The month that is settled, and which slips are in it. Times in the office's local time.
create table business_month (
  period            varchar(7) primary key,
  version           bigint not null,
  case_id           varchar(64) not null unique,
  state             varchar(20) not null,
  starts_at         timestamp(3) not null,
  ends_at           timestamp(3) not null,
  frozen_at         timestamp(3) not null,
  due_at            timestamp(3) not null,
  warning_seconds   bigint not null,
  again_seconds     bigint not null,
  clause            varchar(40) not null,
  warned_at         timestamp(3),
  missed_at         timestamp(3),
  told_at           timestamp(3),
  handed_over_at    timestamp(3),
  handed_over_by    varchar(64),
  check_note        varchar(1000),
  received_at       timestamp(3),
  received_by       varchar(64),
  receipt_note      varchar(1000)
);

-- The slips of a frozen month, as they then were. The primary key is the promise that every slip is in one month only.
create table month_slip (
  slip_number        varchar(20) primary key references slip (number),
  period             varchar(7) not null references business_month (period),
  correction         boolean not null,
  late               boolean not null,
  rework             varchar(10),
  rework_technician  varchar(64),
  cost               decimal(14, 2) not null,
  payer              varchar(40),
  billed             decimal(14, 2) not null,
  waived             decimal(14, 2) not null,
  received           decimal(14, 2) not null
);

create index month_slip_month on month_slip (period, slip_number);

-- The workbook of a month, in parts that both databases take.
create table month_pack (
  period   varchar(7) not null references business_month (period),
  part     int not null,
  content  bytea not null,
  primary key (period, part)
);
