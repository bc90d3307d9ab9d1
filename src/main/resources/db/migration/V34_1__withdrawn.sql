-- What was agreed outside, and was not owed any more before it was due: it is neither kept nor missed.
alter table commitment add column withdrawn boolean default false not null;
