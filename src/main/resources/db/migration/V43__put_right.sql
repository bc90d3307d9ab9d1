-- Why a slip is marked as mistaken: nothing was to be repaired, and it counts nowhere.
alter table slip add reason_mistake varchar(500);
