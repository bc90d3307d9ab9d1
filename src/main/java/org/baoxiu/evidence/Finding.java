package org.baoxiu.evidence;

import org.jspecify.annotations.Nullable;

/**
 * Something that the application has not done.
 *
 * @param chain number of the slip, or the month; empty of a seal
 * @param row   as {@link Row#id}, or null where it is about the chain itself
 * @param text  in Chinese, with the slip; without names of owners
 */
record Finding(String chain, @Nullable String row, String text) {}
