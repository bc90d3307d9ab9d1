-- Hash of the telephone that a link was sent to; null for a link on a page, on paper, or of a former release.
alter table owner_link add column sent_to varchar(64);

-- What was told of a slip is asked for by its dossier and by whoever follows a link to it.
create index message_slip on message (slip_number, id);
