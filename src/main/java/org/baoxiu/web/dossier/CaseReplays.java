package org.baoxiu.web.dossier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.baoxiu.audit.CaseWalk;
import org.baoxiu.audit.CaseWalks;
import org.baoxiu.audit.ElementKinds;
import org.baoxiu.audit.ElementPromises;
import org.baoxiu.commitment.Commitment;
import org.baoxiu.commitment.CommitmentPause;
import org.baoxiu.commitment.Commitments;
import org.baoxiu.commitment.PromiseWords;
import org.baoxiu.owner.SevenSteps;
import org.baoxiu.shared.Names;
import org.baoxiu.shared.TimeText;
import org.baoxiu.slip.HistoryEntry;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.Slips;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays what the engine has written down of a case beside the promises and the history of its slip. */
@Component
@Transactional(readOnly = true)
class CaseReplays {

    private final Slips slips;
    private final Commitments commitments;
    private final CaseWalks walks;
    private final ElementPromises promised;
    private final Names names;
    private final Clock clock;

    CaseReplays(
            Slips slips, Commitments commitments, CaseWalks walks, ElementPromises promised, Names names, Clock clock) {
        this.slips = slips;
        this.commitments = commitments;
        this.walks = walks;
        this.promised = promised;
        this.names = names;
        this.clock = clock;
    }

    /** @param telephones whether the reader may see them */
    CaseReplay of(String number, boolean telephones) {
        Slip slip = slips.get(number);
        Course course = new Course(slips.history(number), commitments.of(number), walks.of(number), clock.instant());
        return course.replay(slip, new Words(names.of(course.people()), telephones), promised);
    }

    /** All that is told, at the moment at which somebody looks. */
    private record Course(List<HistoryEntry> history, List<Commitment> promises, CaseWalk walk, Instant now) {

        Set<String> people() {
            Set<String> people = new HashSet<>();
            history.forEach(entry -> people.add(entry.person()));
            promises.forEach(promise -> {
                people.add(promise.technician());
                people.add(promise.clerk());
            });
            walk.visits().forEach(visit -> people.add(visit.person()));
            people.removeIf(Objects::isNull);
            return people;
        }

        boolean running() {
            return walk.visits().stream().anyMatch(visit -> visit.until() == null);
        }

        CaseReplay replay(Slip slip, Words words, ElementPromises promised) {
            Moments moments = new Moments(times().toList());
            List<Instant> all = moments.all();
            return new CaseReplay(
                    slip.number(),
                    slip.state().label(),
                    running(),
                    IntStream.range(0, all.size())
                            .mapToObj(at -> new CaseReplay.Moment(
                                    Words.time(all.get(at)),
                                    at == 0 ? "" : TimeText.of(Duration.between(all.get(at - 1), all.get(at)))))
                            .toList(),
                    walk.scenes(),
                    walk.visits().stream()
                            .map(visit -> visit(visit, moments, words, promised))
                            .toList(),
                    passages(moments),
                    promises.stream()
                            .map(promise -> promise(promise, moments, words))
                            .toList(),
                    history.stream()
                            .map(entry -> new CaseReplay.Line(
                                    moments.number(entry.occurredAt()),
                                    Words.time(entry.occurredAt()),
                                    words.name(entry.person()),
                                    entry.step() == 0 ? "" : SevenSteps.name(entry.step()),
                                    Objects.requireNonNullElse(entry.clause(), ""),
                                    words.written(entry.text())))
                            .toList());
        }

        /** Whatever lies ahead has not happened. */
        private Stream<Instant> times() {
            return Stream.of(
                            history.stream().map(HistoryEntry::occurredAt),
                            walk.visits().stream().flatMap(visit -> Stream.of(visit.from(), visit.until())),
                            promises.stream().flatMap(this::times),
                            Stream.of(now).filter(moment -> running() || history.isEmpty()))
                    .flatMap(times -> times)
                    .filter(Objects::nonNull)
                    .filter(time -> !time.isAfter(now));
        }

        private Stream<Instant> times(Commitment promise) {
            return Stream.concat(
                    Stream.of(promise.startedAt(), late(promise), promise.endedAt()),
                    promise.pauses().stream().flatMap(pause -> Stream.of(pause.pausedFrom(), pause.pausedUntil())));
        }

        private @Nullable Instant late(Commitment promise) {
            if (promise.withdrawn() || !promise.missedBy(now)) {
                return null;
            }
            Instant given = promise.missedAt();
            return given != null && given.isBefore(promise.dueAt()) ? given : promise.dueAt();
        }

        private @Nullable Integer number(@Nullable Instant time, Moments moments) {
            return time == null || time.isAfter(now) ? null : Integer.valueOf(moments.number(time));
        }

        private CaseReplay.Visit visit(CaseWalk.Visit visit, Moments moments, Words words, ElementPromises promised) {
            Instant until = visit.until();
            return new CaseReplay.Visit(
                    scene(visit.definition(), visit.element()),
                    visit.element(),
                    visit.name(),
                    ElementKinds.label(visit.type()),
                    ElementKinds.turns(visit.type()),
                    words.name(visit.person()),
                    moments.number(visit.from()),
                    number(until, moments),
                    visit.cancelled(),
                    Words.time(visit.from()),
                    until == null ? "还在办理" : Words.time(until),
                    TimeText.of(Duration.between(visit.from(), until == null ? now : until)),
                    promised.during(visit.element(), promises, visit.from(), until)
                            .map(promises::indexOf)
                            .orElse(null));
        }

        private int scene(String definition, String element) {
            return scene(scene -> scene.definition().equals(definition)
                    && scene.parts().stream().anyMatch(part -> part.element().equals(element)));
        }

        private int scene(Predicate<CaseWalk.Scene> which) {
            return IntStream.range(0, walk.scenes().size())
                    .filter(at -> which.test(walk.scenes().get(at)))
                    .findFirst()
                    .orElse(-1);
        }

        private List<CaseReplay.Passage> passages(Moments moments) {
            List<CaseReplay.Passage> drawn = new ArrayList<>();
            for (CaseWalk.Passage passage : walk.passages()) {
                int scene = scene(one -> one.definition().equals(passage.definition())
                        && one.lines().stream().anyMatch(line -> line.flow().equals(passage.flow())));
                if (scene >= 0) {
                    drawn.add(new CaseReplay.Passage(scene, passage.flow(), moments.number(passage.at())));
                }
            }
            return drawn;
        }

        private CaseReplay.Promise promise(Commitment promise, Moments moments, Words words) {
            return new CaseReplay.Promise(
                    promise.label(),
                    promise.clause(),
                    Promises.keeper(promise, words),
                    PromiseWords.limit(promise),
                    Words.time(promise.dueAt()),
                    moments.number(promise.startedAt()),
                    number(late(promise), moments),
                    number(promise.endedAt(), moments),
                    PromiseWords.outcome(promise, now),
                    Promises.inOrder(promise).stream()
                            .filter(pause -> !pause.pausedFrom().isAfter(now))
                            .map(pause -> pause(pause, moments, words))
                            .toList());
        }

        private CaseReplay.Pause pause(CommitmentPause pause, Moments moments, Words words) {
            return new CaseReplay.Pause(
                    moments.number(pause.pausedFrom()),
                    number(pause.pausedUntil(), moments),
                    words.written(pause.reason()));
        }
    }
}
