-- What has changed of the rules, forms and diagrams in force: who, when, why, and each file before and after. The first models of an office
-- are no change. Whoever started the application with other models is nobody. Ids are given under the engine's lock of deployments.
create table model_change (
  id       bigint primary key,
  person   varchar(64),
  made_at  timestamp not null,
  reason   varchar(300) not null,
  clause   varchar(100),
  undone   bigint references model_change (id)
);
-- A form belongs to the process that is deployed with it; a file that is new has no before, one that is gone no after.
create table model_change_file (
  change   bigint not null references model_change (id),
  place    int not null,
  kind     varchar(10) not null,
  process  varchar(255),
  name     varchar(255) not null,
  before   bytea,
  after    bytea,
  primary key (change, place)
);
create index model_change_file_name on model_change_file (kind, name);
-- The engine's deployments that it came with.
create table model_change_deployment (
  deployment  varchar(64) primary key,
  change      bigint not null references model_change (id)
);
