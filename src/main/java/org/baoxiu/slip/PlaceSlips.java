package org.baoxiu.slip;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baoxiu.office.Location;
import org.baoxiu.shared.Telephones;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The slips of one place, whoever reported them. */
@Service
@Transactional(readOnly = true)
public class PlaceSlips {

    /** More than ever are open at once, even of a whole community's lawn. */
    private static final int ALL = 1000;

    private static final int NEWEST = 10;

    private final SlipRepository slips;

    PlaceSlips(SlipRepository slips) {
        this.slips = slips;
    }

    /** All that are open, newest first. */
    public List<Slip> open(String office, Location where) {
        return slips.findOpenAt(office, where.placeKey(), "", ALL);
    }

    /** The twenty newest that were repaired, accepted and closed since. */
    public List<Slip> repaired(String office, Location where, Instant since) {
        return slips.findRepairedAt(office, where.placeKey(), since);
    }

    /**
     * Open slips that may be about the same fault as one that is about to be reported: of the same item at the same place, where either
     * item may not be known yet, or from the same telephone, newest first at each.
     *
     * @param itemOrNull code of the item, as far as it is known
     */
    public List<Slip> alike(String office, Location where, @Nullable String itemOrNull, String telephone) {
        Stream<Slip> here = open(office, where).stream()
                .filter(slip -> mayBe(itemOrNull, slip.diagnosis().itemCode()));
        return distinct(Stream.concat(here, ofTelephone(telephone)));
    }

    /**
     * Open slips that may be about the same as one that is about to be registered: of its place, the ten newest, and from its telephone. What is in a
     * public area may be registered by whoever may not see the slips of a reporter: there it is the place alone.
     */
    public List<Slip> besides(Slip slip) {
        List<Slip> here = slips.findOpenAt(slip.report().office(), slip.intake().placeKey(), slip.number(), NEWEST);
        return slip.publicArea()
                ? here
                : distinct(Stream.concat(
                        here.stream(),
                        ofTelephone(slip.report().reporterPhone())
                                .filter(open -> !open.number().equals(slip.number()))));
    }

    private static List<Slip> distinct(Stream<Slip> slips) {
        return slips
                .collect(Collectors.toMap(Slip::number, Function.identity(), (one, same) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    private static boolean mayBe(@Nullable String item, @Nullable String other) {
        return item == null || other == null || item.equals(other);
    }

    private Stream<Slip> ofTelephone(String telephone) {
        return Telephones.e164(telephone).map(slips::findOpenOfTelephone).orElse(List.of()).stream();
    }
}
