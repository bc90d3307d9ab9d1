package org.baoxiu.web.card;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baoxiu.board.Board;
import org.baoxiu.board.OpenSlip;
import org.baoxiu.fee.Balance;
import org.baoxiu.fee.FeeCollection;
import org.baoxiu.office.Location;
import org.baoxiu.office.Place;
import org.baoxiu.office.PlaceNote;
import org.baoxiu.office.PlaceNotes;
import org.baoxiu.owner.ClerkSteps;
import org.baoxiu.shared.Excerpt;
import org.baoxiu.shared.Names;
import org.baoxiu.shared.Telephones;
import org.baoxiu.shared.Times;
import org.baoxiu.shared.Yuan;
import org.baoxiu.slip.PlaceSlips;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.Slips;
import org.baoxiu.web.card.Card.Note;
import org.baoxiu.web.card.Card.OpenLine;
import org.baoxiu.web.card.Card.Owed;
import org.baoxiu.web.card.Card.RepairedLine;
import org.baoxiu.web.desk.BoardLine;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks each room what it knows of a place, and lays it side by side. */
@Component
@Transactional(readOnly = true)
class Cards {

    private static final Duration LATELY = Duration.ofDays(365);
    private static final int FAULT_LENGTH = 60;

    private final PlaceSlips slips;
    private final Slips allSlips;
    private final Callers callers;
    private final PlaceNotes notes;
    private final FeeCollection fees;
    private final ClerkSteps steps;
    private final Board board;
    private final Names names;
    private final Clock clock;

    Cards(
            PlaceSlips slips,
            Slips allSlips,
            Callers callers,
            PlaceNotes notes,
            FeeCollection fees,
            ClerkSteps steps,
            Board board,
            Names names,
            Clock clock) {
        this.slips = slips;
        this.allSlips = allSlips;
        this.callers = callers;
        this.notes = notes;
        this.fees = fees;
        this.steps = steps;
        this.board = board;
        this.names = names;
        this.clock = clock;
    }

    /** @param people whether the reader may see them */
    Card of(Spot spot, Asked asked, boolean people) {
        Instant since = clock.instant().minus(LATELY);
        List<Slip> open = slips.open(spot.office(), spot.location());
        List<Slip> repaired = withAsked(slips.repaired(spot.office(), spot.location(), since), open, spot, asked);
        List<PlaceNote> running = notes.of(spot.office(), spot.placeKey());
        Reader reader = new Reader(names.of(named(open, repaired, running)), people);
        return new Card(
                spot.office(),
                spot.place(),
                spot.address(),
                spot.registered().isPresent(),
                reader.written(spot.registered().map(Place::note).orElse("")),
                running.stream()
                        .map(note -> new Note(
                                note.id(),
                                reader.written(note.text()),
                                reader.name(note.notedBy()) + "，" + Times.minute(note.notedAt())))
                        .toList(),
                people
                        ? callers.of(spot, Stream.concat(open.stream(), repaired.stream()), asked.telephone())
                        : List.of(),
                open(open, asked, reader),
                repaired.stream().map(slip -> repaired(slip, asked, reader)).toList(),
                fees.unsettled(spot.office(), spot.placeKey()).entrySet().stream()
                        .map(owed -> owed(owed.getKey(), owed.getValue()))
                        .toList());
    }

    /** Whoever asked for one slip sees it, however long ago it has ended. */
    private List<Slip> withAsked(List<Slip> repaired, List<Slip> open, Spot spot, Asked asked) {
        boolean shown = Stream.concat(open.stream(), repaired.stream())
                .anyMatch(slip -> slip.number().equals(asked.slip()));
        if (shown || !allSlips.exists(asked.slip())) {
            return repaired;
        }
        Slip slip = allSlips.get(asked.slip());
        boolean here = isAt(slip, spot);
        return here ? Stream.concat(Stream.of(slip), repaired.stream()).toList() : repaired;
    }

    static boolean isAt(Slip slip, Spot spot) {
        Location where = slip.intake().location();
        return slip.report().office().equals(spot.office())
                && where != null
                && where.placeKey().equals(spot.placeKey());
    }

    private static Collection<String> named(List<Slip> open, List<Slip> repaired, List<PlaceNote> notes) {
        return Stream.concat(
                        Stream.concat(open.stream(), repaired.stream()).map(Slip::technician),
                        notes.stream().map(PlaceNote::notedBy))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private List<OpenLine> open(List<Slip> open, Asked asked, Reader reader) {
        Map<String, Slip> slips = open.stream().collect(Collectors.toMap(Slip::number, Function.identity()));
        return board.open(slips.keySet()).stream()
                .map(promise -> line(Objects.requireNonNull(slips.get(promise.number())), promise, asked, reader))
                .toList();
    }

    private OpenLine line(Slip slip, OpenSlip promise, Asked asked, Reader reader) {
        return new OpenLine(
                slip.number(),
                subject(slip),
                reader.fault(slip),
                slip.state().label(),
                slip.technician() == null ? "未派人" : reader.name(slip.technician()),
                promise.clock().map(BoardLine::promise).orElse(""),
                BoardLine.colour(promise.clockState()),
                reader.people()
                        ? slip.report().reporterName() + " " + slip.report().reporterPhone()
                        : "",
                slip.number().equals(asked.slip()),
                steps.offered(slip));
    }

    private static RepairedLine repaired(Slip slip, Asked asked, Reader reader) {
        Instant confirmed = slip.acceptance().confirmedAt();
        return new RepairedLine(
                slip.number(),
                subject(slip),
                reader.fault(slip),
                confirmed == null ? slip.state().label() : Times.minute(confirmed),
                slip.technician() == null ? "" : reader.name(slip.technician()),
                slip.number().equals(asked.slip()));
    }

    private static String subject(Slip slip) {
        return Optional.ofNullable(slip.item()).map(item -> item.name()).orElse("");
    }

    private static Owed owed(String number, Balance balance) {
        boolean back = balance.outstanding().signum() < 0;
        return new Owed(
                number,
                (back ? "应退 " : "未收 ") + Yuan.text(balance.outstanding().abs()),
                balance.state().label());
    }

    /** @param names by login name */
    private record Reader(Map<String, String> names, boolean people) {

        String name(String login) {
            return names.getOrDefault(login, login);
        }

        String written(String words) {
            return people ? words : Telephones.hiddenIn(words);
        }

        String fault(Slip slip) {
            return Excerpt.of(written(slip.report().fault()), FAULT_LENGTH);
        }
    }
}
