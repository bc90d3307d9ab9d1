-- Owners who have shown that a telephone is theirs; only a hash of what their browser keeps. Times in the office's local time.
create table owner_session (
  token_hash  varchar(64) primary key,
  telephone   varchar(40) not null,
  ends_at     timestamp(3) not null
);

create index owner_session_end on owner_session (ends_at);
