-- How often a password was wrong, for a login name from an address. Both are kept as keys: what is typed as a name may be a password.
create table login_failure (
  login varchar(36) not null,
  address varchar(36) not null,
  failures integer not null,
  last_at bigint not null,
  primary key (address, login)
);
