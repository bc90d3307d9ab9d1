package org.baoxiu.web.card;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.baoxiu.shared.Excerpt;
import org.baoxiu.shared.OfficeScope;
import org.baoxiu.shared.Telephones;
import org.baoxiu.slip.Area;
import org.baoxiu.slip.Catalogue;
import org.baoxiu.slip.PlaceSlips;
import org.baoxiu.slip.Slip;
import org.baoxiu.web.card.Heard.Alike;
import org.baoxiu.web.security.Staff;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Understands a fault while it is typed: its item, what to say at once, and whether somebody has reported it already. */
@Component
@Transactional(readOnly = true)
class Hearing {

    private static final int MOST_ITEMS = 5;
    private static final int FAULT_LENGTH = 40;

    private final Catalogue catalogue;
    private final PlaceSlips slips;
    private final Staff staff;

    Hearing(Catalogue catalogue, PlaceSlips slips, Staff staff) {
        this.catalogue = catalogue;
        this.slips = slips;
        this.staff = staff;
    }

    /** @param people whether the reader may see what somebody has written of people */
    Heard of(Spot spot, Draft draft, boolean people) {
        Area area = draft.area(spot);
        OfficeScope scope = staff.scope();
        List<Catalogue.Entry> spoken = catalogue.spokenOf(draft.fault()).stream()
                .sorted(Comparator.comparing(entry -> elsewhere(entry, area)))
                .limit(MOST_ITEMS)
                .toList();
        String item = draft.chosen()
                .orElseGet(() ->
                        spoken.stream().findFirst().map(Catalogue.Entry::code).orElse(""));
        Optional<Catalogue.Entry> entry = catalogue.find(item);
        return new Heard(
                spoken,
                item,
                entry.filter(found -> elsewhere(found, area)).isPresent(),
                catalogue.safetyWords(item, draft.fault()),
                alike(spot, draft, entry.map(Catalogue.Entry::code)).stream()
                        .filter(slip -> scope.covers(slip.report().office()))
                        .map(slip -> alike(slip, people))
                        .toList());
    }

    /** Nothing is alike to nothing. */
    private List<Slip> alike(Spot spot, Draft draft, Optional<String> item) {
        return draft.fault().isEmpty()
                ? List.of()
                : slips.alike(spot.office(), spot.location(), item.orElse(null), draft.telephone());
    }

    private static Alike alike(Slip slip, boolean people) {
        return new Alike(
                slip.number(),
                seen(slip.report().place(), people),
                Excerpt.of(seen(slip.report().fault(), people), FAULT_LENGTH),
                slip.state().label());
    }

    /** Somebody may have written a telephone into it. */
    private static String seen(String words, boolean people) {
        return people ? words : Telephones.hiddenIn(words);
    }

    private static boolean elsewhere(Catalogue.Entry entry, Area area) {
        return entry.area() != null && entry.area() != area;
    }
}
