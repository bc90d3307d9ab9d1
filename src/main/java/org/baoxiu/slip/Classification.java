package org.baoxiu.slip;

/** A result of the classification rules (4.2): class, the role that handles it (4.4), the reason and its clause. */
public record Classification(RepairClass repairClass, String responsibleRole, String reason, String clause) {}
