-- A list that somebody has sent and not yet confirmed: the preview is one request, the import another, maybe on another node.
create table kept_file (
  id       varchar(36) primary key,
  person   varchar(64) not null,
  page     varchar(40) not null,
  kept_at  bigint not null,
  content  bytea not null
);
