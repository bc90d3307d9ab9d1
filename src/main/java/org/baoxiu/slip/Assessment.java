package org.baoxiu.slip;

/**
 * What the technical team judges (S3, Q2).
 *
 * @param hours         expected working time in hours
 * @param areaConfirmed whether the item of another area than the slip's was chosen on purpose (4.5.1, 4.5.2)
 */
public record Assessment(String itemCode, String cause, double hours, boolean areaConfirmed) {}
