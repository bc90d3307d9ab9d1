package org.baoxiu.office;

import java.time.Instant;

/**
 * What is to be known about a place until somebody ends it.
 *
 * @param text    one line, at most {@value PlaceNotes#LONGEST} characters
 * @param notedBy login name
 */
public record PlaceNote(long id, String text, Instant notedAt, String notedBy) {}
