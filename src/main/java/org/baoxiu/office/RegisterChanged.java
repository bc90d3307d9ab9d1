package org.baoxiu.office;

/** Places were added to the register; in the transaction that does it. */
public record RegisterChanged() {}
