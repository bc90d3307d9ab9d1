package org.baoxiu.board;

import java.time.Duration;
import java.time.Instant;
import org.baoxiu.commitment.CommitmentKind;

/**
 * A promise that was not kept when it was due.
 *
 * @param late by how much it was late, or is so far
 * @param kept whether it was kept at last
 */
public record MissedClock(
        String slipNumber, String place, CommitmentKind kind, Instant dueAt, Duration late, boolean kept) {}
