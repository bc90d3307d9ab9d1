/**
 * The processes by which work changes hands: {@code handOver}, {@code absence}, {@code dutyRoster} and {@code
 * rosterCheck}.
 */
package org.baoxiu.process.handover;
