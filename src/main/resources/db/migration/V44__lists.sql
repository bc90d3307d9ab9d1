-- Lists ask what is paused now among all pauses that there ever were, and for the slips of one technician.
create index commitment_pause_open on commitment_pause (paused_until, commitment);
create index assignment_technician on assignment (technician, slip_number);
