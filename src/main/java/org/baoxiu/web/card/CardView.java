package org.baoxiu.web.card;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.baoxiu.incident.Incident;
import org.baoxiu.incident.Incidents;
import org.baoxiu.slip.Catalogue;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.SlipState;
import org.baoxiu.slip.Slips;
import org.baoxiu.web.desk.RemarksToAnswer;
import org.baoxiu.web.security.SlipReaders;
import org.baoxiu.web.security.Staff;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts a card before whoever is logged in. */
@Component
class CardView {

    /** The application of whoever gives an owner a new link. */
    private static final String LINKS = "links";

    private final Cards cards;
    private final Hearing hearing;
    private final Catalogue catalogue;
    private final Slips slips;
    private final Incidents incidents;
    private final RemarksToAnswer remarks;
    private final Staff staff;
    private final Clock clock;

    CardView(
            Cards cards,
            Hearing hearing,
            Catalogue catalogue,
            Slips slips,
            Incidents incidents,
            RemarksToAnswer remarks,
            Staff staff,
            Clock clock) {
        this.cards = cards;
        this.hearing = hearing;
        this.catalogue = catalogue;
        this.slips = slips;
        this.incidents = incidents;
        this.remarks = remarks;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * What was done from here last.
     *
     * @param safety what the caller should know until somebody has come
     */
    record Opened(String number, String item, boolean registered, List<String> safety) {}

    /** A fault that concerns many and that is known already. */
    record Known(long id, String words) {}

    /** As it is opened. */
    String show(Spot spot, Asked asked, Model model) {
        Card card = cards.of(spot, asked, people());
        return show(spot, card, asked, Draft.of(card, asked), model);
    }

    /** With a report as far as it was filled in. */
    String show(Spot spot, Draft draft, Model model) {
        Asked asked = Asked.by(draft.telephone());
        return show(spot, cards.of(spot, asked, people()), asked, draft, model);
    }

    private String show(Spot spot, Card card, Asked asked, Draft draft, Model model) {
        model.addAttribute("ringing", asked.telephone());
        model.addAttribute("card", card);
        model.addAttribute("draft", draft);
        model.addAttribute("area", draft.area(spot).name().toLowerCase());
        model.addAttribute("mayLink", staff.mayOpen(LINKS));
        Set<String> open = card.open().stream().map(Card.OpenLine::number).collect(Collectors.toSet());
        model.addAttribute("remarks", remarks.of(open::contains));
        model.addAttribute(
                "known",
                incidents.at(spot.office(), spot.location()).stream()
                        .map(this::known)
                        .toList());
        hear(spot, draft, model);
        return "card";
    }

    /** @return what was heard */
    Heard hear(Spot spot, Draft draft, Model model) {
        Heard heard = hearing.of(spot, draft, people());
        model.addAttribute("heard", heard);
        model.addAttribute("draft", draft);
        model.addAttribute(
                "categories",
                catalogue.entries().stream()
                        .collect(Collectors.groupingBy(
                                Catalogue.Entry::category, LinkedHashMap::new, Collectors.toList())));
        return heard;
    }

    /** Says that a slip was opened from this card. */
    void opened(Spot spot, String number, Model model) {
        if (slips.exists(number) && Cards.isAt(slips.get(number), spot)) {
            Slip slip = slips.get(number);
            model.addAttribute(
                    "opened",
                    new Opened(
                            number,
                            slip.item() == null ? "" : slip.item().name(),
                            slip.state() != SlipState.RECEIVED,
                            catalogue.safetyWords(slip)));
        }
    }

    /** Says that somebody was joined to an incident from this card. */
    void joined(String id, Model model) {
        if (id.matches("[0-9]{1,18}")) {
            incidents.find(Long.parseLong(id)).map(this::known).ifPresent(one -> model.addAttribute("joined", one));
        }
    }

    private Known known(Incident incident) {
        return new Known(incident.id(), incident.words(clock.instant()));
    }

    private boolean people() {
        return staff.mayOpen(SlipReaders.ALL_SLIPS);
    }
}
