-- The register: buildings, units, flats and public places of an office, owners and occupants of a flat. The keys are the normal form
-- of what people write (PlaceName). Ids are given by whoever writes, one after the other (RegisterStore).
create table building (
  id            bigint primary key,
  office_id     bigint not null references office (id),
  name          varchar(40) not null,
  building_key  varchar(60) not null,
  constraint building_once unique (office_id, building_key)
);

create table unit (
  id           bigint primary key,
  building_id  bigint not null references building (id),
  name         varchar(20) not null,
  unit_key     varchar(30) not null,
  constraint unit_once unique (building_id, unit_key)
);

create table place (
  id           bigint primary key,
  office_id    bigint not null references office (id),
  kind         varchar(10) not null,
  building_id  bigint references building (id),
  unit_id      bigint references unit (id),
  name         varchar(60) not null,
  code         varchar(20),
  place_key    varchar(240) not null,
  short_key    varchar(240),
  note         varchar(500),
  constraint place_once unique (office_id, place_key),
  constraint place_code unique (office_id, code)
);

create index place_without_unit on place (office_id, short_key);

create table resident (
  id        bigint primary key,
  place_id  bigint not null references place (id),
  kind      varchar(10) not null,
  name      varchar(50) not null,
  since     date,
  until     date,
  note      varchar(500),
  constraint resident_once unique (place_id, kind, name)
);

-- The first position is the preferred one. The key is what all spellings of a number have in common.
create table resident_telephone (
  resident_id    bigint not null references resident (id),
  position       int not null,
  telephone      varchar(30) not null,
  telephone_key  varchar(30) not null,
  primary key (resident_id, position)
);

create index resident_telephone_key on resident_telephone (telephone_key);

-- Where a slip is: the normal form of its place, the building in it, and the flat or public place of the register, once it is recognised.
alter table slip add column place_key varchar(240);
alter table slip add column building varchar(60);
alter table slip add column place_id bigint references place (id);

drop index slip_place;
drop index slip_owner;
drop index slip_repair;
create index slip_place on slip (office, place_key, state);
create index slip_owner on slip (office, place_key, reporter_name, closed_at);
create index slip_repair on slip (office, place_key, item_code, confirmed_at, number);
create index slip_of_place on slip (place_id);
