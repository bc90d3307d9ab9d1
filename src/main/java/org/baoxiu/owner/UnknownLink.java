package org.baoxiu.owner;

/** A link that opens nothing: wrong, replaced, or of a slip that was closed long ago. */
public class UnknownLink extends RuntimeException {}
