-- Numbers on blank slips of paper, and the true times of a slip that was written on paper. Times in the office's local time.
create table reserved_number (
  number       varchar(20) primary key,
  version      bigint not null,
  reserved_at  timestamp(3) not null,
  reserved_by  varchar(64) not null,
  used_at      timestamp(3)
);

alter table slip add column paper_registered_at timestamp(3);
alter table slip add column paper_notified_at timestamp(3);
alter table slip add column paper_arrived_at timestamp(3);
alter table slip add column paper_started_at timestamp(3);
alter table slip add column paper_finished_at timestamp(3);
alter table slip add column paper_accepted_at timestamp(3);
alter table slip add column paper_reported_at timestamp(3);

create index slip_owner on slip (office, place, reporter_name, closed_at);
