-- The item that a quote is for: where another one was registered since, its listed labour takes the place of what was quoted. What was
-- quoted before this column was there is for the item of the slip.
alter table quote add item_code varchar(20);
