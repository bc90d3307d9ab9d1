-- An auditor asks what happened in a period.
create index history_entry_at on history_entry (occurred_at);
create index fee_entry_at on fee_entry (recorded_at);
create index quote_at on quote (quoted_at);
create index assignment_at on assignment (assigned_at);
