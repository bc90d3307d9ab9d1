package org.baoxiu.slip;

/** The office has answered what an owner had added, in the transaction in which that happens. */
public record RemarkAnswered(Slip slip, long remark, String answer) {}
