-- What the intake API needs. Times in the office's local time.

-- Applications of others that speak for owners; only a hash of each key, none for one that may not come in any more.
create table intake_client (
  id          varchar(20) primary key,
  name        varchar(50) not null,
  key_hash    varchar(64) unique,
  created_at  timestamp(3) not null
);

-- The offices that a client may report for.
create table intake_client_office (
  client  varchar(20) not null references intake_client (id),
  office  varchar(40) not null,
  primary key (client, office)
);

-- The slips that a client has reported, the only ones that it gets to see.
create table intake_slip (
  slip_number  varchar(20) primary key references slip (number),
  client       varchar(20) not null references intake_client (id)
);

-- Requests that were carried out, each once, with the answer that every repetition gets.
create table intake_request (
  client       varchar(20) not null references intake_client (id),
  request_key  varchar(100) not null,
  fingerprint  varchar(64) not null,
  received_at  timestamp(3) not null,
  status       int,
  location     varchar(100),
  answer       text,
  primary key (client, request_key)
);

create index intake_request_time on intake_request (received_at);
