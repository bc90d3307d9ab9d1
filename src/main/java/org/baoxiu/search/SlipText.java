package org.baoxiu.search;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.PlaceName;
import org.baoxiu.shared.Telephones;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.SlipState;

/**
 * What a slip says, in the {@link Spelling} of the search.
 *
 * @param office whose slip it is: whoever asks finds those of their offices
 * @param said   what everybody may read who may see the slip at all
 * @param people what tells of the reporter: name, telephones, and place and fault as far as somebody has written a telephone into them
 */
record SlipText(String number, String office, boolean ended, Instant openedAt, String said, String people) {

    /** @param itemCode or empty, as {@code itemName} */
    record Facts(
            String number,
            SlipState state,
            Instant openedAt,
            String office,
            String place,
            String fault,
            String reporterName,
            String reporterPhone,
            Optional<String> itemCode,
            Optional<String> itemName) {}

    static SlipText of(Slip slip) {
        return of(new Facts(
                slip.number(),
                slip.state(),
                slip.intake().openedAt(),
                slip.report().office(),
                slip.report().place(),
                slip.report().fault(),
                slip.report().reporterName(),
                slip.report().reporterPhone(),
                Optional.ofNullable(slip.diagnosis().itemCode()),
                Optional.ofNullable(slip.item()).map(item -> item.name())));
    }

    static SlipText of(Facts slip) {
        String place = Telephones.hiddenIn(slip.place());
        String fault = Telephones.hiddenIn(slip.fault());
        String said = Spelling.lines(Stream.of(
                                Stream.of(slip.number(), place, fault),
                                slip.itemCode().stream(),
                                slip.itemName().stream())
                        .flatMap(thing -> thing))
                + Spelling.places(forms(PlaceName.of(slip.office(), place)));
        String people = Spelling.lines(Stream.of(
                        Stream.of(slip.reporterName()),
                        telephones(slip.reporterPhone()),
                        place.equals(slip.place()) ? Stream.<String>empty() : Stream.of(slip.place()),
                        fault.equals(slip.fault()) ? Stream.<String>empty() : Stream.of(slip.fault()))
                .flatMap(thing -> thing));
        return new SlipText(slip.number(), slip.office(), slip.state().ended(), slip.openedAt(), said, people);
    }

    /** The normal form, and without what a caller leaves out: the unit, the part of the community. */
    private static Stream<String> forms(PlaceName place) {
        return place.building().isEmpty()
                ? Stream.empty()
                : Stream.of(place.key(), place.withoutUnit() + place.rest())
                        .flatMap(key -> Stream.of(key, key.replaceFirst("^[^0-9A-Z]+(?=[0-9A-Z])", "")));
    }

    /** As it was typed, as it is dialled from abroad and as from the next town: any part of either is a part of one of them. */
    private static Stream<String> telephones(String typed) {
        String national = Telephones.national(typed);
        return Stream.concat(
                Stream.of(typed, "0" + national),
                Telephones.e164(typed).map(dialled -> dialled.replace("+", "00")).stream());
    }

    /** By what an index finds it. */
    int[] grams() {
        int year = ended ? LocalTimes.local(openedAt).getYear() : 0;
        return IntStream.concat(IntStream.of(Grams.year(year)), Arrays.stream(Grams.of(said + people)))
                .toArray();
    }
}
