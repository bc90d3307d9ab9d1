package org.baoxiu.web.desk;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baoxiu.board.Board;
import org.baoxiu.board.OpenSlip;
import org.baoxiu.office.OfficeRegister;
import org.baoxiu.office.PlaceSearch;
import org.baoxiu.search.Found;
import org.baoxiu.search.Hit;
import org.baoxiu.search.SlipSearch;
import org.baoxiu.shared.Names;
import org.baoxiu.shared.OfficeScope;
import org.baoxiu.shared.PlaceName;
import org.baoxiu.shared.Telephones;
import org.baoxiu.shared.Texts;
import org.baoxiu.web.StaffPage;
import org.baoxiu.web.security.SlipReaders;
import org.baoxiu.web.security.Staff;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The desk 服务台: one field that finds a flat or a slip while somebody is at the telephone. A telephone system opens it with the caller's
 * number, which leads on to the card of the flat when only one is known.
 */
@StaffPage(title = "服务台", path = "/desk", place = 5)
class DeskPage {

    private static final int MOST_PLACES = 6;

    private final SlipSearch search;
    private final PlaceSearch places;
    private final Board board;
    private final Names names;
    private final OfficeRegister offices;
    private final RemarksToAnswer remarks;
    private final Staff staff;

    DeskPage(
            SlipSearch search,
            PlaceSearch places,
            Board board,
            Names names,
            OfficeRegister offices,
            RemarksToAnswer remarks,
            Staff staff) {
        this.search = search;
        this.places = places;
        this.board = board;
        this.names = names;
        this.offices = offices;
        this.remarks = remarks;
        this.staff = staff;
    }

    @GetMapping("/desk")
    String desk(
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String telephone, Model model) {
        if (Texts.isBlank(q) && !Texts.isBlank(telephone)) {
            Set<String> flats = flatsOf(telephone);
            if (flats.size() == 1) {
                return "redirect:" + CardAddress.asking(flats.iterator().next(), "telephone", telephone);
            }
        }
        model.addAttribute("remarks", remarks.all());
        return answer(Texts.isBlank(q) ? telephone : q, model, "desk");
    }

    /** Addresses of the cards: by the register, and by the newest slips that this telephone has reported. */
    private Set<String> flatsOf(String telephone) {
        if (!staff.mayOpen(SlipReaders.ALL_SLIPS)) {
            return Set.of();
        }
        OfficeScope scope = staff.scope();
        Stream<String> registered = places.flatsOf(telephone).stream()
                .filter(place -> scope.covers(place.office()))
                .map(place -> CardAddress.of(place.id()));
        Stream<String> reported = search.find(telephone, true, scope).hits().stream()
                .filter(hit -> hit.reporter()
                        .filter(reporter -> Telephones.key(reporter.telephone()).equals(Telephones.key(telephone)))
                        .isPresent())
                .filter(hit -> PlaceName.of(hit.office(), hit.place()).isFlat())
                .map(hit ->
                        hit.placeId().map(CardAddress::of).orElseGet(() -> CardAddress.of(hit.office(), hit.place())));
        return Stream.concat(registered, reported).collect(Collectors.toSet());
    }

    /** What the page's script puts below the field as somebody types. */
    @GetMapping("/desk/hits")
    String hits(@RequestParam(defaultValue = "") String q, Model model) {
        return answer(q, model, "desk :: hits");
    }

    private String answer(String typed, Model model, String view) {
        boolean people = staff.mayOpen(SlipReaders.ALL_SLIPS);
        Found found = search.find(typed, people, staff.scope());
        List<PlaceLine> registered = registered(typed, people);
        List<DeskLine> lines = lines(found.hits());
        model.addAttribute("registered", registered);
        model.addAttribute("typed", typed);
        model.addAttribute("asked", !Texts.isBlank(typed));
        model.addAttribute("lines", lines);
        model.addAttribute("begins", begins(typed, registered, lines));
        model.addAttribute("more", found.more());
        return view;
    }

    /** Nothing for nothing: these are no news. */
    private List<PlaceLine> registered(String typed, boolean people) {
        return Texts.isBlank(typed)
                ? List.of()
                : places.find("", typed, 0, people, staff.scope()).found().stream()
                        .limit(MOST_PLACES)
                        .map(PlaceLine::of)
                        .toList();
    }

    /**
     * The offices in which the card of what was typed can be begun: a flat, or something of a building, that was not found in any. Somebody
     * may call before there is a register. Other words may be a name or a fault, which no card is made of; and where the place is known,
     * Enter goes on to open it.
     */
    private List<String> begins(String typed, List<PlaceLine> registered, List<DeskLine> lines) {
        boolean known = Stream.concat(
                        registered.stream().map(line -> PlaceName.of(line.office(), line.place())),
                        lines.stream().map(line -> PlaceName.of(line.office(), line.place())))
                .anyMatch(PlaceName.of(typed)::mayBe);
        return known || PlaceName.of(typed).building().isEmpty()
                ? List.of()
                : staff.scope().among(offices.names());
    }

    private List<DeskLine> lines(List<Hit> hits) {
        Map<String, OpenSlip> open = board.open(hits.stream().map(Hit::number).toList()).stream()
                .collect(Collectors.toMap(OpenSlip::number, Function.identity()));
        Map<String, String> technicians = names.of(hits.stream()
                .flatMap(hit -> hit.technician().stream())
                .distinct()
                .toList());
        return hits.stream()
                .map(hit -> DeskLine.of(hit, open.get(hit.number()), technicians))
                .toList();
    }
}
