package org.baoxiu.web.register;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.baoxiu.office.Location;
import org.baoxiu.office.Place;
import org.baoxiu.office.PlaceRegister;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Texts;
import org.baoxiu.slip.SlipPlaces;
import org.baoxiu.slip.SlipPlaces.Unmatched;
import org.baoxiu.web.FormRefusal;
import org.baoxiu.web.StaffPage;
import org.baoxiu.web.security.Staff;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Places of slips that the register does not have: somebody says which they are, or puts them down. */
@StaffPage
@RequestMapping("/register-keep/unmatched")
class UnmatchedPage {

    private static final int LINES = 100;

    private final SlipPlaces slips;
    private final PlaceRegister places;
    private final Staff staff;

    UnmatchedPage(SlipPlaces slips, PlaceRegister places, Staff staff) {
        this.slips = slips;
        this.places = places;
        this.staff = staff;
    }

    /** @param may which flats of the register it may be, one of them */
    record Line(Unmatched unmatched, List<Place> may) {}

    @GetMapping
    String list(Model model) {
        List<Unmatched> unmatched = slips.unmatched(LINES + 1).stream()
                .filter(one -> staff.scope().covers(one.office()))
                .toList();
        model.addAttribute("more", unmatched.size() > LINES);
        model.addAttribute(
                "lines",
                unmatched.stream()
                        .limit(LINES)
                        .map(one -> new Line(one, places.withoutUnit(one.office(), one.placeKey())))
                        .toList());
        return "register-unmatched";
    }

    /**
     * @param key   of the place on the slips
     * @param place of the register, as people write it
     */
    @PostMapping
    String belongs(
            @RequestParam String office,
            @RequestParam String key,
            @RequestParam(defaultValue = "") String place,
            Model model,
            HttpServletResponse response) {
        try {
            if (!staff.scope().covers(office)) {
                throw Rejection.forbidden("您不在“" + office + "”，不能对照它的地点。");
            }
            Location known = places.locate(office, Texts.line(place));
            if (known.placeId() == null) {
                throw Rejection.invalid("名册里没有“" + Texts.line(place) + "”，请照名册填写完整（有单元的写上单元），或者先登记这一处。");
            }
            slips.belongs(office, key, known);
            return "redirect:/register-keep/unmatched";
        } catch (Rejection refused) {
            FormRefusal.say(refused, model, response);
            return list(model);
        }
    }
}
