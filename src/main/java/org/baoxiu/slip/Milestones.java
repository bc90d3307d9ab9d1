package org.baoxiu.slip;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When what the promises of 4.6 and 5 hang on has happened, as far as the slip does not tell it otherwise. A part of the
 * {@link Slip}, which alone changes it; null is not yet, or no longer.
 */
public class Milestones {

    @Nullable
    Instant applicationAt;

    @Nullable
    Instant offeredAt;

    @Nullable
    Instant teamReachedAt;

    @Nullable
    Instant entryStoppedAt;

    @Nullable
    Instant visitedAt;

    @Nullable
    Instant answeredAt;

    @Nullable
    Instant roundStartedAt;

    @Nullable
    Instant changeSince;

    @Nullable
    Instant deferredAt;

    @Nullable
    Instant promisedSince;

    @Nullable
    Instant importantSince;

    @Nullable
    Instant solvedAt;

    /** Somebody was on site, whether or not the owner was there: the promise to arrive is settled once (4.6.2). */
    void visited(Instant now) {
        visitedAt = visitedAt == null ? now : visitedAt;
        answered(now);
    }

    void entryStopped(Instant now) {
        entryStoppedAt = entryStoppedAt == null ? now : entryStoppedAt;
    }

    void teamReached(Instant now) {
        teamReachedAt = offeredAt == null || teamReachedAt != null ? teamReachedAt : now;
    }

    void answered(Instant now) {
        answeredAt = answeredAt == null ? now : answeredAt;
    }

    void solved(Instant now) {
        solvedAt = solvedAt == null ? now : solvedAt;
    }

    /** The owner has to be told again before there is a promised time (4.6.4). */
    void deferred(Instant now) {
        deferredAt = now;
        promisedSince = null;
    }

    void promised(Instant now) {
        promisedSince = now;
        answered(now);
    }

    /** Refused work is done anew, and the time for it runs anew (S6). */
    void newRound() {
        roundStartedAt = null;
        changeSince = null;
        deferredAt = null;
        promisedSince = null;
    }

    void newVisit() {
        visitedAt = null;
    }

    /** When the written application for a forced entry was received (4.7.5). */
    public @Nullable Instant applicationAt() {
        return applicationAt;
    }

    /** Since when the way to the door waits for that application, because it was found necessary after the team was notified. */
    public @Nullable Instant entryStoppedAt() {
        return entryStoppedAt;
    }

    /** When the team was offered a slip in its list that no message had told it of, or null: it was told in time. */
    public @Nullable Instant offeredAt() {
        return offeredAt;
    }

    /** When the team learned of a slip that it had been offered before: by the message, by phone or by picking it up. */
    public @Nullable Instant teamReachedAt() {
        return teamReachedAt;
    }

    /** The first visit since the team was notified. */
    public @Nullable Instant visitedAt() {
        return visitedAt;
    }

    /** When the owner was first told something by a person (Q1). */
    public @Nullable Instant answeredAt() {
        return answeredAt;
    }

    /** When the present round of work began: the first one, or the one after a refused acceptance or a call-back. */
    public @Nullable Instant roundStartedAt() {
        return roundStartedAt;
    }

    /** Since when the work waits for a new consent (4.3.4.4). */
    public @Nullable Instant changeSince() {
        return changeSince;
    }

    /** When the work of this round was deferred last (4.6.4). */
    public @Nullable Instant deferredAt() {
        return deferredAt;
    }

    /** When the owner was given the promised time that counts now (4.6.4). */
    public @Nullable Instant promisedSince() {
        return promisedSince;
    }

    /** Since when the repair is an important one (5.2). */
    public @Nullable Instant importantSince() {
        return importantSince;
    }

    /** When the request was solved: accepted, refused by the owner, or finished in a public area (4.2.1.3, 4.2.2). */
    public @Nullable Instant solvedAt() {
        return solvedAt;
    }
}
