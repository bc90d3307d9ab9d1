package org.baoxiu.web.lists;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baoxiu.dispatch.OfficeSteps;
import org.baoxiu.lists.SavedList;
import org.baoxiu.lists.SavedLists;
import org.baoxiu.lists.SlipFilter;
import org.baoxiu.lists.SlipLists;
import org.baoxiu.shared.Names;
import org.baoxiu.shared.Offices;
import org.baoxiu.shared.Times;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.SlipState;
import org.baoxiu.web.Attachment;
import org.baoxiu.web.StaffPage;
import org.baoxiu.web.lists.SeveralPage.Action;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The list of slips 维修单: what is asked for stands in the address alone. Whoever may see every slip sees all, a technician those that
 * he or she works or worked on.
 */
@StaffPage(title = "维修单", path = "/slips", place = 15)
class SlipsPage {

    /** What somebody can go through at the change of shift, and a printer prints. */
    static final int ON_PAPER = 500;

    private final ListScreens screens;
    private final SlipLists lists;
    private final SlipWorkbook workbook;
    private final SavedLists saved;
    private final OfficeSteps steps;
    private final Offices offices;
    private final Names names;
    private final Clock clock;

    SlipsPage(
            ListScreens screens,
            SlipLists lists,
            SlipWorkbook workbook,
            SavedLists saved,
            OfficeSteps steps,
            Offices offices,
            Names names,
            Clock clock) {
        this.screens = screens;
        this.lists = lists;
        this.workbook = workbook;
        this.saved = saved;
        this.steps = steps;
        this.offices = offices;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/slips")
    String list(Principal person, @RequestParam MultiValueMap<String, String> words, Model model) {
        Optional<SavedList> usual = words.isEmpty() ? saved.usual(person.getName()) : Optional.empty();
        if (usual.isPresent()) {
            return "redirect:" + ListScreen.PATH + "?" + usual.get().words();
        }
        ListScreen screen = screens.page(screens.read(words));
        model.addAttribute("saved", saved.of(person.getName()));
        model.addAttribute("actions", actions(person.getName()));
        model.addAttribute("colleagues", named(steps.peopleOf(person.getName())));
        model.addAttribute("byPeople", steps.mayHandOver(person.getName()));
        model.addAttribute("all", words.containsKey("all"));
        offer(screen.query(), model);
        model.addAttribute("screen", screen);
        return "slips";
    }

    /** For the change of shift 交接班: all lines on one page, to be printed and signed. */
    @GetMapping("/slips/shift")
    String shift(@RequestParam MultiValueMap<String, String> words, Model model) {
        model.addAttribute("screen", screens.paper(screens.read(words), ON_PAPER));
        model.addAttribute("at", Times.minuteAndYear(clock.instant()));
        model.addAttribute("most", ON_PAPER);
        return "slips-shift";
    }

    @GetMapping("/slips/workbook")
    ResponseEntity<byte[]> workbook(@RequestParam MultiValueMap<String, String> words) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        workbook.write(screens.read(words), file);
        return Attachment.workbook("slips.xlsx", file.toByteArray());
    }

    /** What the fields above the list offer. */
    private void offer(ListQuery query, Model model) {
        model.addAttribute("offices", screens.scope().among(offices.names()));
        model.addAttribute(
                "states",
                Arrays.stream(SlipState.values())
                        .filter(state -> state.ended() == query.ended())
                        .toList());
        model.addAttribute("classes", RepairClass.values());
        model.addAttribute("columns", ListColumn.offered(query.ended()));
        model.addAttribute("everySlip", screens.everySlip());
        model.addAttribute("technicians", screens.everySlip() ? technicians(query) : List.of());
        model.addAttribute("nobody", SlipFilter.NOBODY);
    }

    private List<Map.Entry<String, String>> technicians(ListQuery query) {
        List<String> logins = new ArrayList<>(lists.technicians(query.ended(), screens.scope()));
        if (query.technician() != null
                && !query.technician().equals(SlipFilter.NOBODY)
                && !logins.contains(query.technician())) {
            logins.add(query.technician());
        }
        return named(logins);
    }

    /** Login name and name, by name. */
    private List<Map.Entry<String, String>> named(List<String> logins) {
        Map<String, String> known = names.of(logins);
        return logins.stream()
                .map(login -> Map.entry(login, known.getOrDefault(login, login)))
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .toList();
    }

    /** What the person may do with several slips. */
    private List<Action> actions(String person) {
        List<Action> actions = new ArrayList<>();
        if (steps.mayHandOver(person)) {
            actions.addAll(List.of(Action.HAND_OVER, Action.RELEASE));
        }
        if (steps.mayTell(person)) {
            actions.add(Action.TELL);
        }
        actions.add(Action.PRINT);
        return actions;
    }
}
