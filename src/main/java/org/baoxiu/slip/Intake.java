package org.baoxiu.slip;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.baoxiu.office.Location;
import org.baoxiu.shared.Groups;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Plausible;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Telephones;
import org.baoxiu.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * How the request was taken in: who opened the slip, and what the registration has added to the report (4.3.1, 4.7.5). A part
 * of the {@link Slip}, whose steps alone change it.
 */
public class Intake {

    Instant openedAt;
    String openedBy;

    @Nullable
    String registrar;

    @Nullable
    String telephoneE164;

    @Nullable
    Instant registeredAt;

    @Embedded.Nullable
    Wish wish;

    boolean emergency;
    boolean forcedEntry;

    @Nullable
    String note;

    @Embedded.Nullable
    Location location;

    @Embedded.Nullable(prefix = "application_")
    EntryApplication application;

    /** For the persistence only, which fills in what is never missing. */
    @SuppressWarnings("NullAway.Init")
    Intake() {}

    /** @throws Rejection without a number: there is no slip yet that it could name */
    static Intake of(
            Report report, @Nullable Wish wishOrNull, @Nullable String lateReasonOrNull, Instant now, Person by) {
        acceptable(report.objection(by));
        Plausible.received(report.receivedAt(), lateReasonOrNull, now);
        acceptable(Optional.ofNullable(wishOrNull).flatMap(wish -> wish.objection(now)));
        Intake intake = new Intake();
        intake.openedAt = now;
        intake.openedBy = by.id();
        intake.registrar = registrar(report, by);
        intake.wish = wishOrNull;
        intake.correctTelephone(report.reporterPhone());
        return intake;
    }

    private static void acceptable(Optional<String> objection) {
        objection.ifPresent(why -> {
            throw Rejection.invalid(why);
        });
    }

    /** Whoever opens a slip of an own kind also completes it; any other goes to the clerks (4.5.1, 4.5.2, 4.7.3). */
    private static @Nullable String registrar(Report report, Person by) {
        return by.isIn(Groups.CUSTOMER_SERVICE) || report.area() == Area.PUBLIC && by.isIn(Groups.MAINTENANCE)
                ? by.id()
                : null;
    }

    void correctTelephone(String telephone) {
        telephoneE164 = Telephones.e164(telephone).orElse(null);
    }

    /** A time that is over or too far ahead; what was wished before, or on paper, may be over by now. */
    Optional<String> objectionTo(Registration registration, Instant now) {
        return Optional.ofNullable(wished(registration))
                .filter(wished -> !wished.equals(wish))
                .flatMap(wished -> wished.objection(now));
    }

    void register(Registration registration, Instant at) {
        wish = wished(registration);
        emergency = registration.emergency();
        forcedEntry = registration.forcedEntry();
        note = registration.note();
        registeredAt = at;
    }

    /** The clerk confirms or changes the time; the owner's words stay. */
    private @Nullable Wish wished(Registration registration) {
        return Wish.of(registration.wantedAt(), wantedNote());
    }

    /** What is an emergency, or breaks a lock or a door, by its nature is one whatever the clerk has said. */
    void use(CatalogueItem item) {
        emergency |= item.emergencyByNature();
        forcedEntry |= item.forcedEntry();
    }

    static Optional<String> objectionTo(EntryApplication application, Instant now) {
        return Plausible.objectionPast("书面申请的日期", application.date(), LocalDate.ofInstant(now, ZoneId.systemDefault()));
    }

    Optional<String> objectionToEntry() {
        return applicationMissing() ? Optional.of("撬锁、破门要先取得书面申请，才能安排维修班。请先登记书面申请。") : Optional.empty();
    }

    /** A lock or a door has to be broken, and the written application for it is not there yet (4.7.5). */
    public boolean applicationMissing() {
        return forcedEntry && application == null;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public String openedBy() {
        return openedBy;
    }

    /** Who completes the registration, or null for any clerk. */
    public @Nullable String registrar() {
        return registrar;
    }

    /** The reporter's telephone as it is dialled from anywhere (E.164), or null: within the town, or entered by an earlier release. */
    public @Nullable String dialled() {
        return telephoneE164;
    }

    /** Where the slip is, as far as what somebody wrote is understood; null only before it is in the book. */
    public @Nullable Location location() {
        return location;
    }

    /** What all slips of one place have in common; of what is not in the book yet, with none. */
    String placeKey() {
        return location == null ? "" : location.placeKey();
    }

    void locate(Location where) {
        location = where;
    }

    public @Nullable Instant registeredAt() {
        return registeredAt;
    }

    public @Nullable Instant wantedAt() {
        return wish == null ? null : wish.wantedAt();
    }

    /** What the owner said about the time in words, beside {@link #wantedAt()} or in its place; null when nothing was said. */
    public @Nullable String wantedNote() {
        return wish == null ? null : wish.wantedNote();
    }

    /** For the history, as the rest of a sentence; empty when nothing was said about the time. */
    String wished() {
        String time = wantedAt() == null ? "" : "；希望 " + Times.minute(wantedAt()) + " 上门";
        return time + (wantedNote() == null ? "" : "；对上门时间的说明：" + wantedNote());
    }

    /** Likewise how a time of the receipt that somebody has typed was understood; empty when it was received as it was opened. */
    String late(Report report, @Nullable String reason) {
        Instant received = report.receivedAt();
        return received.isAfter(openedAt.minus(1, ChronoUnit.MINUTES))
                ? ""
                : "（收到时间 " + Times.minute(received) + (reason == null ? "" : "，补记原因：" + reason) + "）";
    }

    public boolean emergency() {
        return emergency;
    }

    public boolean forcedEntry() {
        return forcedEntry;
    }

    /** What every form and the paper say of it, in this order. */
    public List<Remark> remarks() {
        return Stream.of(Remark.of("备注", note)).flatMap(Optional::stream).toList();
    }

    /** The written application for a forced entry (4.7.5), or null. */
    public @Nullable EntryApplication application() {
        return application;
    }

    /** What the clerk noted at the registration for whoever acts next, or null. */
    public @Nullable String note() {
        return note;
    }
}
