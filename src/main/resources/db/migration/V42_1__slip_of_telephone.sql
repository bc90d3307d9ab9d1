-- Whoever reports a second time from the same telephone is seen before another slip is opened.
create index slip_of_telephone on slip (telephone_e164);
