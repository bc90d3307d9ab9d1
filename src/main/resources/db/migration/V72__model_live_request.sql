-- Drafts that are to go live later: at a time, or when a second person has approved. Gone with the draft, when it goes live; and by
-- itself, when it is called off or could not.
create table model_live_request (
  draft        bigint primary key references model_draft (id) on delete cascade,
  person       varchar(64) not null,
  asked_at     timestamp(3) not null,
  reason       varchar(300) not null,
  clause       varchar(100) not null,
  differences  varchar(64) not null,
  live_at      timestamp(3),
  approved_by  varchar(64),
  approved_at  timestamp(3)
);
-- Whoever has approved it; null where nobody was asked.
alter table model_change add column approved_by varchar(64);
