package org.baoxiu.office;

/** What a slip can be about: a flat, or a public place such as a lift or a pump house. */
public enum PlaceKind {
    FLAT,
    PUBLIC
}
