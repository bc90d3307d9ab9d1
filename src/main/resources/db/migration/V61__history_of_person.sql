-- Cases that have ended are looked for by whoever had to do with them.
create index history_entry_person on history_entry (person, slip_number);
