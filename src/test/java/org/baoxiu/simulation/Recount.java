package org.baoxiu.simulation;

import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.process.repair.accident.RepairAccidentProcess.Elements.ANSWER_OWNER;
import static org.baoxiu.process.repair.accident.RepairAccidentProcess.Elements.SOLVE_ACCIDENT;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.baoxiu.simulation.CaseHistory.Step;
import org.baoxiu.simulation.Tally.Outcome;

/**
 * The clocks of one case, counted anew from what the engine recorded: which steps were completed when and with which answers,
 * and when the variables for class, urgency and area changed. Neither the slip nor its clocks are asked, and the limits of
 * 4.5, 4.6 and 5 are written here once more, as the procedure has them.
 *
 * <p>Every clock here has a start, a limit and an end; it is missed when the end comes after the limit. What is peculiar to
 * a kind is told where it is counted. A case that is cancelled or closed ends whatever is still owed.
 */
final class Recount {

    private static final String DAILY = "日常维修";
    private static final String IMPORTANT = "重要维修";
    private static final String ACCIDENT = "维修事故";

    private final CaseHistory history;
    private final List<Outcome> outcomes = new ArrayList<>();

    private final Instant received;
    private final Instant closed;
    private final boolean publicArea;
    private final List<Instant> finishes;
    private final List<Instant> deferrals;
    private final List<Instant> changes;
    private final List<Instant> workStarts;
    /** The work is done anew: the acceptance or the verification was refused, or the call-back says that it is not fixed. */
    private final List<Instant> anew;

    private final List<Instant> reworks;
    /** Accepted, verified, refused by the owner before any repair, or finished in a public area. */
    private final Optional<Instant> solved;

    private Recount(CaseHistory history) {
        this.history = history;
        received = OffsetDateTime.parse(
                        (String) history.values("receivedAt").firstEntry().getValue())
                .toInstant();
        closed = history.times("Task_CloseSlip", "Task_CancelSlip").get(0);
        publicArea = "public".equals(history.value("area", closed));
        finishes = work("done");
        deferrals = work("defer");
        changes = work("change");
        workStarts = history.times("Task_StartWork");
        reworks = history.times(step -> step.activity().equals(CALL_BACK_OWNER) && step.says("faultFixed", "no"));
        anew = together(
                reworks,
                history.times(step ->
                        step.says("acceptanceOutcome", "rejected") || step.says("verificationOutcome", "failed")));
        solved = together(
                        publicArea ? finishes : List.of(),
                        history.times(step -> step.says("acceptanceOutcome", "accepted")
                                || step.says("verificationOutcome", "passed")
                                || step.says("consentOutcome", "refused")))
                .stream()
                .findFirst();
    }

    /** Every clock of the case, with how it ended. */
    static List<Outcome> of(CaseHistory history) {
        Recount recount = new Recount(history);
        recount.registration();
        recount.notification();
        recount.arrivals();
        recount.repairs();
        recount.importantRepair();
        recount.importantAgain();
        recount.results();
        recount.verifications();
        recount.deferrals();
        recount.wholeRequest();
        recount.accident();
        return recount.outcomes;
    }

    /** 4.6.1a: from the true receipt to the completed registration, 3 minutes. */
    private void registration() {
        ended("REGISTRATION", received.plus(minutes(3)), history.times(REGISTER_REQUEST));
    }

    /** 4.6.1b: from the registration to the notification that ran, 3 minutes; the wait for a written application does not count. */
    private void notification() {
        for (Instant registered : history.times(REGISTER_REQUEST)) {
            Instant begin = forcedEntry()
                    ? history.times(OBTAIN_APPLICATION).stream().findFirst().orElse(closed)
                    : registered;
            ended("NOTIFICATION", begin.plus(minutes(3)), history.times("Task_NotifyMaintenanceTeam"));
        }
    }

    private boolean forcedEntry() {
        return Boolean.TRUE.equals(
                history.values("forcedEntry").values().stream().anyMatch(Boolean.TRUE::equals));
    }

    /**
     * 4.6.2: from each notification, and from each call-back that gives the slip to the team again, to the first survey or visit,
     * whether or not the owner is there; a slip that changes hands on the way was not visited. 15 minutes, counted from the time
     * that the owner wants if that is later; 5 minutes for an emergency, which nobody lets wait. An emergency that shows later
     * shortens what is left, unless it is too late already.
     */
    private void arrivals() {
        List<Instant> visits = history.times(step -> step.activity().equals(SURVEY_SITE)
                || step.says("visitOutcome", "arrived")
                || step.says("visitOutcome", "ownerAbsent"));
        for (Instant notified : together(history.times("Task_NotifyMaintenanceTeam"), reworks)) {
            Instant end = end(after(notified, visits));
            boolean atOnce = emergency(notified);
            Instant begin = atOnce ? notified : latest(notified, wanted());
            Instant due = begin.plus(minutes(atOnce ? 5 : 15));
            Optional<Instant> urgentSince = history.values("emergency").tailMap(notified, false).entrySet().stream()
                    .filter(change -> Boolean.TRUE.equals(change.getValue()))
                    .map(Map.Entry::getKey)
                    .findFirst();
            if (!atOnce
                    && urgentSince.isPresent()
                    && urgentSince.get().isBefore(end)
                    && urgentSince.get().isBefore(due)) {
                due = begin.plus(minutes(5));
            }
            ended("ARRIVAL", due, end);
        }
    }

    private boolean emergency(Instant time) {
        return Boolean.TRUE.equals(history.value("emergency", time));
    }

    private Instant wanted() {
        return history.steps(step -> step.activity().equals(REGISTER_REQUEST)).stream()
                .map(step -> step.answer().get("wantedAt"))
                .filter(text -> text != null && !text.isBlank())
                .map(Recount::moment)
                .findFirst()
                .orElse(received);
    }

    /**
     * 5.1: from the beginning of each round of work to its finish, 30 minutes, if the request is a daily one then or becomes one
     * again before the next round. A new consent that is asked for meanwhile does not count, nor anything after a deferral,
     * both unless it is too late already.
     */
    private void repairs() {
        for (Instant begin : rounds()) {
            Instant next = after(begin, anew).orElse(closed);
            history.values("classLabel").subMap(begin, false, next, false).entrySet().stream()
                    .filter(change -> DAILY.equals(change.getValue()))
                    .map(Map.Entry::getKey)
                    .reduce((first, later) -> first)
                    .filter(change -> !DAILY.equals(history.value("classLabel", begin)))
                    .or(() -> Optional.of(begin).filter(time -> DAILY.equals(history.value("classLabel", time))))
                    .ifPresent(counted -> repaired("REPAIR", minutes(30), begin, counted, next));
        }
    }

    /** 5.2: work that is done anew has its 48 hours anew while the class is important. */
    private void importantAgain() {
        for (Instant begin : rounds().stream().skip(1).toList()) {
            if (IMPORTANT.equals(history.value("classLabel", begin))) {
                repaired(
                        "IMPORTANT_REPAIR",
                        Duration.ofHours(48),
                        begin,
                        begin,
                        after(begin, anew).orElse(closed));
            }
        }
    }

    /** The first work, and the first after each time that it was to be done anew. */
    private List<Instant> rounds() {
        return Stream.concat(
                        workStarts.stream().findFirst().stream(),
                        anew.stream().flatMap(time -> from(time, workStarts).stream()))
                .distinct()
                .toList();
    }

    private void repaired(String kind, Duration time, Instant begin, Instant counted, Instant next) {
        Instant end = end(after(begin, finishes));
        Instant due = begin.plus(time);
        for (Instant change : changes) {
            Optional<Instant> goesOn = after(change, workStarts);
            boolean ofThisRound = !change.isBefore(begin) && change.isBefore(next) && change.isBefore(due);
            if (ofThisRound && goesOn.isEmpty()) {
                due = latest(due, end);
            } else if (ofThisRound && goesOn.get().isAfter(counted)) {
                due = due.plus(Duration.between(change, goesOn.get()));
            }
        }
        Instant limit = due;
        boolean deferred = deferrals.stream()
                .anyMatch(stop -> !stop.isBefore(begin) && stop.isBefore(next) && stop.isBefore(limit));
        ended(kind, deferred ? latest(due, end) : due, end);
    }

    /**
     * 5.2: from the moment at which the class becomes important to the finish of the work, or until the owner refuses it or the
     * class changes again; 48 hours, and nothing after a deferral counts. What is solved or finished already owes nothing.
     */
    private void importantRepair() {
        history.values("classLabel").entrySet().stream()
                .filter(change -> IMPORTANT.equals(change.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .ifPresent(since -> {
                    Instant due = since.plus(Duration.ofHours(48));
                    boolean finished = finishes.stream()
                            .anyMatch(time -> !time.isAfter(since)
                                    && rounds().stream()
                                            .noneMatch(round -> round.isAfter(time) && !round.isAfter(since)));
                    boolean solvedBefore = solved.isPresent() && !solved.get().isAfter(since);
                    Instant end = finished || solvedBefore
                            ? since
                            : Stream.of(after(since, finishes), solved, leaves(IMPORTANT, since))
                                    .flatMap(Optional::stream)
                                    .min(Comparator.naturalOrder())
                                    .orElse(closed);
                    boolean deferred = deferrals.stream()
                            .anyMatch(time -> time.isBefore(due)
                                    && time.isBefore(end)
                                    && anew.stream().noneMatch(round -> round.isAfter(time) && !round.isAfter(since)));
                    ended("IMPORTANT_REPAIR", deferred ? latest(due, end) : due, end);
                });
    }

    private Optional<Instant> leaves(String label, Instant since) {
        return history.values("classLabel").tailMap(since, false).entrySet().stream()
                .filter(change -> !label.equals(change.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** 4.6.3: from each finish to the reported result, 10 minutes; work that the owner does not accept has nothing to report. */
    private void results() {
        for (Instant finished : publicArea ? List.<Instant>of() : finishes) {
            ended(
                    "RESULT_REPORT",
                    finished.plus(minutes(10)),
                    end(after(finished, together(history.times(REPORT_RESULT), anew))));
        }
    }

    /** 4.5.1: from each finish to the verification, passed or not, until the next 25th is over. */
    private void verifications() {
        for (Instant finished : publicArea ? finishes : List.<Instant>of()) {
            ZonedDateTime day = finished.atZone(ZoneId.systemDefault()).truncatedTo(ChronoUnit.DAYS);
            ZonedDateTime due = day.withDayOfMonth(26).plusMonths(day.getDayOfMonth() > 25 ? 1 : 0);
            ended(
                    "VERIFICATION",
                    due.minus(Duration.ofMillis(1)).toInstant(),
                    end(after(finished, history.times(VERIFY_PUBLIC_REPAIR))));
        }
    }

    /**
     * 4.6.4: from each deferral to the call to the owner, 30 minutes; from then the promise, which is due 30 minutes after the
     * time that was agreed and is settled by the finish or by another deferral.
     */
    private void deferrals() {
        for (Instant deferred : deferrals) {
            ended("DEFERRAL_CALL", deferred.plus(minutes(30)), end(after(deferred, history.times(AGREE_DEFERRAL))));
        }
        for (Step promise : history.steps(step -> step.activity().equals(AGREE_DEFERRAL))) {
            ended(
                    "PROMISED_TIME",
                    moment(promise.answer().get("promisedTime")).plus(minutes(30)),
                    end(after(promise.time(), together(finishes, deferrals))));
        }
    }

    /**
     * Q1: 24 hours to the first visit, survey, promised time, answered complaint or answered accident. 4.2.2: 24 hours until the
     * request is solved or, whatever raises it, no longer a daily one. 4.2.1.3: 14 days until it is solved.
     */
    private void wholeRequest() {
        ended(
                "FIRST_ANSWER",
                received.plus(Duration.ofHours(24)),
                together(
                        history.times(SURVEY_SITE, AGREE_DEFERRAL, ANSWER_COMPLAINT, ANSWER_OWNER),
                        history.times(step ->
                                step.says("visitOutcome", "arrived") || step.says("visitOutcome", "ownerAbsent"))));
        Optional<Instant> raised = history.values("classLabel").entrySet().stream()
                .filter(change -> List.of(IMPORTANT, ACCIDENT).contains(change.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
        // a clock that is due raises the class itself, in the moment it is due
        Instant day = received.plus(Duration.ofHours(24));
        ended(
                "ONE_DAY",
                day,
                Stream.of(solved, raised.filter(time -> time.isBefore(day)))
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder())
                        .orElse(closed));
        ended("TWO_WEEKS", received.plus(Duration.ofDays(14)), solved.stream().toList());
    }

    /** 5.3: from the moment at which the class becomes accident, 2 days to the director's answer and 10 days to the solution. */
    private void accident() {
        history.values("classLabel").entrySet().stream()
                .filter(change -> ACCIDENT.equals(change.getValue()))
                .findFirst()
                .map(Map.Entry::getKey)
                .ifPresent(declared -> {
                    ended("ACCIDENT_ANSWER", declared.plus(Duration.ofDays(2)), history.times(ANSWER_OWNER));
                    ended("ACCIDENT_SOLUTION", declared.plus(Duration.ofDays(10)), history.times(SOLVE_ACCIDENT));
                });
    }

    private void ended(String kind, Instant due, List<Instant> keptBy) {
        ended(kind, due, end(keptBy.stream().findFirst()));
    }

    private void ended(String kind, Instant due, Instant end) {
        outcomes.add(new Outcome(kind, end.isAfter(due)));
    }

    private Instant end(Optional<Instant> keptAt) {
        return keptAt.filter(time -> time.isBefore(closed)).orElse(closed);
    }

    private List<Instant> work(String outcome) {
        return history.times(step -> step.activity().equals(CARRY_OUT_REPAIR) && step.says("workOutcome", outcome));
    }

    private static Optional<Instant> after(Instant time, Collection<Instant> times) {
        return times.stream().filter(other -> other.isAfter(time)).min(Comparator.naturalOrder());
    }

    private static Optional<Instant> from(Instant time, Collection<Instant> times) {
        return times.stream().filter(other -> !other.isBefore(time)).min(Comparator.naturalOrder());
    }

    private static List<Instant> together(List<Instant> some, List<Instant> others) {
        return Stream.concat(some.stream(), others.stream()).sorted().toList();
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant moment(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }
}
