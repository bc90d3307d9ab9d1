package org.baoxiu.evidence;

import org.jspecify.annotations.Nullable;

/**
 * What a line is to say.
 *
 * @param row  or null of a line about the whole slip
 * @param note or null
 */
record Draft(LineKind kind, @Nullable Row row, @Nullable String note) {}
