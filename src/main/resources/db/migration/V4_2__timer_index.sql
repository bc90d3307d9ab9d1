-- The job executor and the alarm ask for the earliest due job several times a second.
create index BAOXIU_IDX_JOB_DUE on ACT_RU_JOB(DUEDATE_);
