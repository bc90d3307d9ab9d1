-- What the catalogue says of an item since: where it is found (null: anywhere), whether it needs forced entry (4.7.5), whether only an
-- outside contractor may do it (Q3). Slips that have an item were registered without; those that have none have none of this either.
alter table slip add item_area varchar(10);
alter table slip add item_forced_entry boolean;
alter table slip add item_contractor_only boolean;
update slip set item_forced_entry = false, item_contractor_only = false where item_code is not null;

-- The item of another area than the slip's that a person has confirmed (4.5.1, 4.5.2).
alter table slip add area_confirmed_for varchar(20);

-- Since when the way to the door waits for the written application because the assessment has found that it is needed (4.7.5).
alter table slip add entry_stopped_at timestamp(3);
