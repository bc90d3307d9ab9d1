package org.baoxiu.web.card;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Set;
import org.baoxiu.office.PlaceNotes;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.slip.Caller;
import org.baoxiu.web.FormRefusal;
import org.baoxiu.web.StaffPage;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The card of a place of the register, by its id, or of any other place as somebody has written it; and the notes on it. */
@StaffPage
class CardPage {

    private final Spots spots;
    private final CardView view;
    private final PlaceNotes notes;

    CardPage(Spots spots, CardView view, PlaceNotes notes) {
        this.spots = spots;
        this.view = view;
        this.notes = notes;
    }

    /**
     * @param slip      that was looked for, shown whenever it ended
     * @param telephone of whoever calls
     * @param opened    the slip that was just opened from here
     * @param called    the slip about which a call was just taken
     * @param repeated  the slip about which the same form came again
     * @param joined    the incident to which a caller was just joined
     */
    @GetMapping("/desk/places/{id}")
    String registered(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String slip,
            @RequestParam(defaultValue = "") String telephone,
            @RequestParam(defaultValue = "") String opened,
            @RequestParam(defaultValue = "") String called,
            @RequestParam(defaultValue = "") String repeated,
            @RequestParam(defaultValue = "") String joined,
            Model model) {
        view.joined(joined, model);
        return done(spots.of(id), new Asked(slip, telephone), opened, called, repeated, model);
    }

    @GetMapping("/desk/places")
    String written(
            @RequestParam String office,
            @RequestParam String place,
            @RequestParam(defaultValue = "") String slip,
            @RequestParam(defaultValue = "") String telephone,
            @RequestParam(defaultValue = "") String opened,
            @RequestParam(defaultValue = "") String called,
            @RequestParam(defaultValue = "") String repeated,
            @RequestParam(defaultValue = "") String joined,
            Model model) {
        view.joined(joined, model);
        return done(spots.of(office, place), new Asked(slip, telephone), opened, called, repeated, model);
    }

    @PostMapping("/desk/notes")
    String note(
            Principal person,
            @RequestParam String office,
            @RequestParam String place,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String ringing,
            Model model,
            HttpServletResponse response) {
        Spot spot = spots.of(office, place);
        try {
            notes.add(spot.office(), spot.placeKey(), text, by(person));
            return "redirect:" + spot.address(ringing);
        } catch (Rejection refused) {
            FormRefusal.say(refused, model, response);
            model.addAttribute("note", text);
            return view.show(spot, Asked.by(ringing), model);
        }
    }

    @PostMapping("/desk/notes/{id}/end")
    String endNote(
            Principal person,
            @PathVariable long id,
            @RequestParam String office,
            @RequestParam String place,
            @RequestParam(defaultValue = "") String ringing) {
        Spot spot = spots.of(office, place);
        notes.end(spot.office(), spot.placeKey(), id, by(person));
        return "redirect:" + spot.address(ringing);
    }

    private String done(Spot spot, Asked asked, String opened, String called, String repeated, Model model) {
        view.opened(spot, opened, model);
        model.addAttribute("called", Caller.slipNumber(called).orElse(null));
        model.addAttribute("repeated", Caller.slipNumber(repeated).orElse(null));
        return view.show(spot, asked, model);
    }

    private static Person by(Principal person) {
        return new Person(person.getName(), Set.of());
    }
}
