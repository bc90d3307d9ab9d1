-- Codes that were sent by text message, each for one purpose, which is a hash. Of the code itself there is a hash only, and it is made when the
-- message leaves. Times in the office's local time.
create table text_code (
  id          varchar(36) primary key,
  purpose     varchar(64) not null unique,
  mobile      varchar(20) not null,
  words       varchar(200) not null,
  sent        boolean not null,
  asked_at    timestamp(3) not null,
  code_hash   varchar(64),
  expires_at  timestamp(3),
  tries       int not null
);

create index text_code_time on text_code (asked_at);
