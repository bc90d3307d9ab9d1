-- PostgreSQL: the user of the application reads and adds to the evidence, and changes nothing of it. As a superuser, after the first start and after
-- each restore:
--   psql --dbname=baoxiu --set=user=baoxiu --file=docker/evidence-role.sql
do $$
begin
  if not exists (select from pg_roles where rolname = 'baoxiu_evidence') then
    create role baoxiu_evidence nologin;
  end if;
end $$;

alter table evidence_line owner to baoxiu_evidence;
alter table evidence_seal owner to baoxiu_evidence;
alter table evidence_seal_head owner to baoxiu_evidence;
revoke all on evidence_line, evidence_seal, evidence_seal_head from public, :"user";
grant select, insert on evidence_line, evidence_seal, evidence_seal_head to :"user";

-- the owner of a schema may drop whatever is in it
alter schema public owner to current_user;
grant usage, create on schema public to :"user";
