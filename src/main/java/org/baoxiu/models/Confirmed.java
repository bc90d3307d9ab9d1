package org.baoxiu.models;

/**
 * What somebody who lets a draft go live has said to it.
 *
 * @param figures  those that jump are meant
 * @param findings of {@link DraftFindings}: they are known, and it is to go live all the same
 */
public record Confirmed(boolean figures, boolean findings) {}
