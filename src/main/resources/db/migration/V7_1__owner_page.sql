-- What the pages of the owners need. Times in the office's local time.

-- Links to slips; only a hash of each token, so that nobody who reads the table can use one.
create table owner_link (
  token_hash   varchar(64) primary key,
  slip_number  varchar(20) not null references slip (number),
  issued_at    timestamp(3) not null
);

create index owner_link_slip on owner_link (slip_number);

-- Forms that were taken, each once; a report remembers the slip that came of it.
create table submitted_form (
  page_key      varchar(40) not null,
  form          varchar(20) not null,
  submitted_at  timestamp(3) not null,
  slip_number   varchar(20) references slip (number),
  primary key (page_key, form)
);

create index submitted_form_time on submitted_form (submitted_at);

-- How often somebody did something within a stretch of time; who, is a hash.
create table request_count (
  who           varchar(64) not null,
  window_start  timestamp(3) not null,
  requests      int not null,
  primary key (who, window_start)
);

create index request_count_time on request_count (window_start);
