-- The first of each kind of trouble since a change of what is in force, of which the process owners were told; until somebody has gone a step
-- back or has said that the change is not the cause.
create table model_trouble (
  change       bigint not null references model_change (id),
  kind         varchar(20) not null,
  what         varchar(500) not null,
  slip_number  varchar(255),
  found_at     timestamp(3) not null,
  settled_at   timestamp(3),
  settled_by   varchar(64),
  primary key (change, kind)
);
