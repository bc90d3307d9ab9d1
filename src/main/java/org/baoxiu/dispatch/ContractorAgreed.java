package org.baoxiu.dispatch;

import org.baoxiu.slip.Slip;

/** A contractor has promised to be there at a time, or at another one than before (Q3, Q4). */
public record ContractorAgreed(Slip slip, Contractor contractor, ContractorOrder order) {}
