-- The repair that was reported again (5.4): the last one at the same place for the same item, however many a place has had.
create index slip_repair on slip (office, place, item_code, confirmed_at, number);
