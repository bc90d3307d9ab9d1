package org.baoxiu.web.managers;

import java.security.Principal;
import java.util.List;
import java.util.Objects;
import org.baoxiu.audit.FailedJobs;
import org.baoxiu.audit.MorningReaders;
import org.baoxiu.audit.Today;
import org.baoxiu.audit.TodayFigure;
import org.baoxiu.monthend.Causes;
import org.baoxiu.people.Persons;
import org.baoxiu.shared.Groups;
import org.baoxiu.shared.Names;
import org.baoxiu.shared.Offices;
import org.baoxiu.shared.Rejection;
import org.baoxiu.web.StaffPage;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * How the work stands at this moment 今日, for those who answer for it; a script in the page asks again every half a minute. Each figure
 * leads to its slips, found by the query that has counted them.
 */
@StaffPage(title = "今日", path = "/today", place = 12)
class TodayPage {

    private static final String PATH = "/today";
    private static final int LINES = 30;

    private final Today today;
    private final FailedJobs jobs;
    private final MorningReaders morning;
    private final SlipLines lines;
    private final Causes causes;
    private final Persons persons;
    private final Offices offices;
    private final Names names;

    TodayPage(
            Today today,
            FailedJobs jobs,
            MorningReaders morning,
            SlipLines lines,
            Causes causes,
            Persons persons,
            Offices offices,
            Names names) {
        this.today = today;
        this.jobs = jobs;
        this.morning = morning;
        this.lines = lines;
        this.causes = causes;
        this.persons = persons;
        this.offices = offices;
        this.names = names;
    }

    @GetMapping(PATH)
    String today(Principal person, @RequestParam(defaultValue = "") String office, Model model) {
        offer(office, model);
        model.addAttribute(
                "screen", TodayScreen.of(today.look(asked(office), LINES), jobs.failed(LINES), jobs.count(), names));
        model.addAttribute("morning", morning.wants(person.getName()));
        // they are signed for all offices together
        boolean signs = office.isEmpty() && persons.isMember(person.getName(), Groups.ENGINEERING_SUPERVISOR);
        model.addAttribute("toSign", signs ? causes.toSign() : null);
        return "today";
    }

    @GetMapping(PATH + "/slips")
    String slips(
            @RequestParam String figure,
            @RequestParam(defaultValue = "") String office,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        TodayFigure chosen = figure(figure);
        offer(office, model);
        long total = Objects.requireNonNull(today.figures(asked(office)).get(chosen), "every figure is counted");
        return lines.show(
                model,
                chosen.title(),
                chosen.definition() + "。误登记和并入别的单的不算。" + (office.isEmpty() ? "" : "只看" + office + "。"),
                address(PATH, office),
                address(PATH + "/slips?figure=" + chosen.name(), office),
                total,
                page,
                (first, most) -> today.numbers(chosen, asked(office), first, most));
    }

    /** Whether the person wants the figures as a message each morning. */
    @PostMapping(PATH + "/morning")
    String morning(Principal person, @RequestParam boolean wanted) {
        morning.set(person.getName(), wanted);
        return "redirect:" + PATH;
    }

    private static String address(String path, String office) {
        return UriComponentsBuilder.fromUriString(path)
                .queryParam("office", office)
                .build()
                .encode()
                .toUriString();
    }

    private void offer(String office, Model model) {
        model.addAttribute("office", office);
        model.addAttribute("offices", offices.names().size() > 1 ? offices.names() : List.of());
    }

    private List<String> asked(String office) {
        return office.isEmpty() ? List.of() : List.of(offices.checked(office));
    }

    private static TodayFigure figure(String name) {
        try {
            return TodayFigure.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw Rejection.invalid("没有这个数字，请回到“今日”重新点。");
        }
    }
}
