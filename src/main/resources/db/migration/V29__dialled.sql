-- The reporter's telephone as it is dialled from anywhere (E.164); null for a number within the town and for slips of earlier releases.
alter table slip add telephone_e164 varchar(20);
