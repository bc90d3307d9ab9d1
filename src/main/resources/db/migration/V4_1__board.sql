-- The board asks every few seconds for what is open and what was due today, however many slips have been closed.
create index slip_open on slip (closed_at);
create index commitment_due on commitment (due_at);
