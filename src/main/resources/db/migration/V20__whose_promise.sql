-- Whose promise it is, besides the role that its kind names: the technician who had the slip when it was due. Of the promises made
-- before, nobody knows more than who has the slip.
alter table commitment add column technician varchar(64);
update commitment set technician = (select s.technician from slip s where s.number = commitment.slip_number)
 where kind in ('ARRIVAL', 'REPAIR', 'IMPORTANT_REPAIR', 'RESULT_REPORT', 'PROMISED_TIME');

-- The promises that were due in a frozen month, as they then were: each is in one month only.
create table month_promise (
  commitment  bigint primary key references commitment (id),
  period      varchar(7) not null references business_month (period),
  correction  boolean not null,
  missed      boolean not null,
  technician  varchar(64)
);

create index month_promise_month on month_promise (period, commitment);

-- Until now a promise was in the month in which its slip ended.
insert into month_promise (commitment, period, correction, missed, technician)
select c.id, m.period, false, c.missed_at is not null or coalesce(c.ended_at > c.due_at, false), c.technician
  from month_slip m join commitment c on c.slip_number = m.slip_number;

-- The slips that were open when a frozen month was over, as they were when it was frozen.
create table month_open (
  period        varchar(7) not null references business_month (period),
  slip_number   varchar(20) not null references slip (number),
  state         varchar(20) not null,
  repair_class  varchar(10),
  technician    varchar(64),
  primary key (period, slip_number)
);

create index month_open_slip on month_open (slip_number);

-- Of earlier months only the slips are known, not how they stood then: as they stand now.
insert into month_open (period, slip_number, state, repair_class, technician)
select b.period, s.number, s.state, s.repair_class, s.technician
  from business_month b join slip s on s.received_at < b.ends_at and s.opened_at <= b.frozen_at
  left join month_slip m on m.slip_number = s.number
 where m.period is null or m.period > b.period;

-- Now a slip has one score; in the months that are frozen every call that got through until now gave one.
alter table business_month add column every_score_until timestamp(3);
update business_month set every_score_until = localtimestamp;

-- A month asks for what was received in it.
create index slip_received on slip (received_at);
create index slip_accident on slip (accident_declared_at);
