-- Login names of those whom the office has deleted: the login of the company does not bring them back.
create table former_person (
  login varchar(64) not null primary key
);
