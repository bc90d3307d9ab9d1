/**
 * The processes by which work changes hands: {@code handOver}, {@code absence}, {@code dutyRoster} and {@code
 * rosterCheck}.
 */
@NullMarked
package org.baoxiu.process.handover;

import org.jspecify.annotations.NullMarked;
