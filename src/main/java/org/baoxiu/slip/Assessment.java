package org.baoxiu.slip;

/**
 * What the technical team judges (S3, Q2).
 *
 * @param hours expected working time in hours
 */
public record Assessment(String itemCode, String cause, double hours) {
}
