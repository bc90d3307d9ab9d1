package org.baoxiu.office;

/** An office was added to the register, or something of one has changed; in the transaction that does it. */
public record OfficesChanged() {}
