-- Whose promise it is, where one clerk keeps it: registration, the call about a deferral, the check of public work. Of those made
-- before, only who registered is known.
alter table commitment add column clerk varchar(64);
update commitment set clerk = (select s.registrar from slip s where s.number = commitment.slip_number) where kind = 'REGISTRATION';

alter table month_promise add column clerk varchar(64);
update month_promise set clerk = (select c.clerk from commitment c where c.id = month_promise.commitment);
