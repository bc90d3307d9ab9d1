package org.baoxiu.lists;

/**
 * A list that somebody has given a name.
 *
 * @param words of its address: filter, order and columns
 * @param usual whether it opens when nothing else is asked for
 */
public record SavedList(long id, String name, String words, boolean usual) {}
