-- What owners have said and nobody has answered is listed wherever somebody stands at the desk.
create index owner_remark_waiting on owner_remark (answered_at, said_at);
