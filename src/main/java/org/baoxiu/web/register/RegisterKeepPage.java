package org.baoxiu.web.register;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import org.baoxiu.office.OfficeRegister;
import org.baoxiu.office.Place;
import org.baoxiu.office.PlaceRegister;
import org.baoxiu.office.RegisterByHand;
import org.baoxiu.office.RegisterByHand.Listed;
import org.baoxiu.office.ResidentKind;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.TypedTime;
import org.baoxiu.web.FormRefusal;
import org.baoxiu.web.StaffPage;
import org.baoxiu.web.security.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One form for one thing that is put down in the register by hand. What was typed stays when it is refused. */
@StaffPage
@RequestMapping("/register-keep")
class RegisterKeepPage {

    private final RegisterByHand register;
    private final PlaceRegister places;
    private final OfficeRegister offices;
    private final Staff staff;
    private final Clock clock;

    RegisterKeepPage(RegisterByHand register, PlaceRegister places, OfficeRegister offices, Staff staff, Clock clock) {
        this.register = register;
        this.places = places;
        this.offices = offices;
        this.staff = staff;
        this.clock = clock;
    }

    @GetMapping("/places")
    String newPlace(TypedPlace typed, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("offices", staff.scope().among(offices.names()));
        return "register-new";
    }

    @PostMapping("/places")
    String enter(TypedPlace typed, Model model, HttpServletResponse response) {
        try {
            return card(register.enter(typed.cells()));
        } catch (Rejection refused) {
            FormRefusal.say(refused, model, response);
            return newPlace(typed, model);
        }
    }

    @GetMapping("/places/{id}")
    String description(@PathVariable long id, Model model) {
        Place place = place(id, model);
        return description(place.code(), place.note(), model);
    }

    private static String description(@Nullable String code, @Nullable String note, Model model) {
        model.addAttribute("code", code);
        model.addAttribute("note", note);
        return "register-note";
    }

    @PostMapping("/places/{id}")
    String describe(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String note,
            Model model,
            HttpServletResponse response) {
        try {
            theirs(id);
            register.describe(id, code, note);
            return card(id);
        } catch (Rejection refused) {
            FormRefusal.say(refused, model, response);
            place(id, model);
            return description(code, note, model);
        }
    }

    @GetMapping("/places/{id}/people")
    String newPerson(@PathVariable long id, Model model) {
        return person(id, new TypedPerson(null, null, null, null, null, null, null), model);
    }

    private String person(long placeId, TypedPerson typed, Model model) {
        place(placeId, model);
        model.addAttribute("typed", typed);
        model.addAttribute("kinds", ResidentKind.values());
        return "register-person";
    }

    @PostMapping("/places/{id}/people")
    String add(@PathVariable long id, TypedPerson typed, Model model, HttpServletResponse response) {
        try {
            theirs(id);
            register.add(id, typed.cells());
            return card(id);
        } catch (Rejection refused) {
            FormRefusal.say(refused, model, response);
            return person(id, typed, model);
        }
    }

    @GetMapping("/people/{id}")
    String person(@PathVariable long id, Model model) {
        Listed known = known(id);
        return known(known, TypedPerson.of(known.resident()), model);
    }

    private String known(Listed known, TypedPerson typed, Model model) {
        model.addAttribute("known", known);
        model.addAttribute("today", LocalDate.now(clock));
        return person(known.place(), typed, model);
    }

    @PostMapping("/people/{id}")
    String change(@PathVariable long id, TypedPerson typed, Model model, HttpServletResponse response) {
        Listed known = known(id);
        try {
            register.change(id, typed.cells());
            return card(known.place());
        } catch (Rejection refused) {
            FormRefusal.say(refused, model, response);
            return known(known, typed, model);
        }
    }

    @PostMapping("/people/{id}/end")
    String end(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String last,
            Model model,
            HttpServletResponse response) {
        Listed known = known(id);
        try {
            register.end(id, day(last));
            return card(known.place());
        } catch (Rejection refused) {
            FormRefusal.say(refused, model, response);
            return known(known, TypedPerson.of(known.resident()), model);
        }
    }

    private static LocalDate day(String typed) {
        return TypedTime.dayWithYear(typed).orElseThrow(() -> Rejection.invalid("请填写最后一天，如 2020-05-01。"));
    }

    private Place place(long id, Model model) {
        Place place = theirs(id);
        model.addAttribute("place", place);
        return place;
    }

    private Place theirs(long id) {
        return places.place(id)
                .filter(place -> staff.scope().covers(place.office()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Listed known(long id) {
        Listed known = register.person(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        theirs(known.place());
        return known;
    }

    private static String card(long place) {
        return "redirect:/register/places/" + place;
    }
}
