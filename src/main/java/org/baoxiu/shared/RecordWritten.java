package org.baoxiu.shared;

/**
 * A row of the record was written by a statement of our own, in the present transaction. What is saved as a whole by Spring Data need not say
 * so.
 *
 * @param key of the row, or of what owns the rows
 */
public record RecordWritten(String table, Object key) {}
