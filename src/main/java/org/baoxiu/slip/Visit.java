package org.baoxiu.slip;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who goes to the owner, and when (4.3.2, 4.3.3, 4.6.2). A part of the {@link Slip}, whose steps alone change it. */
public class Visit {

    @Nullable
    Instant notifiedAt;

    @Nullable
    String technician;

    @Nullable
    Instant pickedUpAt;

    @Nullable
    VisitOutcome visitOutcome;

    @Nullable
    Instant appointmentAt;

    @Nullable
    Instant arrivedAt;

    Visit() {}

    void notified(@Nullable Instant at) {
        notifiedAt = at;
    }

    void pickedUp(Instant now) {
        pickedUpAt = now;
    }

    /** @param step what is done with the slip, as the beginning of a sentence */
    Optional<String> objectionTo(String technician, String step) {
        return technician.equals(this.technician) ? Optional.of(step + "另一位维修人员，请重新选择。") : Optional.empty();
    }

    void handTo(String technician) {
        this.technician = technician;
    }

    void release() {
        technician = null;
    }

    void arrived(Instant at) {
        visitOutcome = VisitOutcome.ARRIVED;
        arrivedAt = at;
    }

    /** It led to no work. */
    void failed(VisitOutcome outcome) {
        visitOutcome = outcome;
    }

    void appoint(Instant appointment) {
        appointmentAt = appointment;
    }

    /** Another round of visits: what was agreed binds nobody in it, and whoever takes it goes (S7). */
    void again(Instant now) {
        notifiedAt = now;
        appointmentAt = null;
        technician = null;
    }

    public @Nullable Instant notifiedAt() {
        return notifiedAt;
    }

    /** Login name of whoever has the slip in hand or had it last; null before the pick-up and after a release. */
    public @Nullable String technician() {
        return technician;
    }

    public @Nullable VisitOutcome outcome() {
        return visitOutcome;
    }

    public @Nullable Instant appointmentAt() {
        return appointmentAt;
    }

    /** When a technician was last on site with the owner there. */
    public @Nullable Instant arrivedAt() {
        return arrivedAt;
    }
}
