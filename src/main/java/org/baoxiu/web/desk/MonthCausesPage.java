package org.baoxiu.web.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.baoxiu.monthend.BusinessMonth;
import org.baoxiu.monthend.Causes;
import org.baoxiu.monthend.Causes.Cause;
import org.baoxiu.monthend.MonthEnd;
import org.baoxiu.people.Persons;
import org.baoxiu.shared.Groups;
import org.baoxiu.shared.Names;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Times;
import org.baoxiu.web.FormRefusal;
import org.baoxiu.web.StaffPage;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What was done about the causes of a month: everybody who sees the months reads it, the engineering supervisor writes and signs it (4.7.7). */
@StaffPage
@RequestMapping("/months/{month}/causes")
class MonthCausesPage {

    /** As many are signed at a time; those that nobody has signed come first. */
    private static final int LINES = 200;

    private final MonthEnd months;
    private final Causes causes;
    private final Persons persons;
    private final Names names;

    MonthCausesPage(MonthEnd months, Causes causes, Persons persons, Names names) {
        this.months = months;
        this.causes = causes;
        this.persons = persons;
        this.names = names;
    }

    /** @param signed by whom and when; empty while nobody has */
    record Line(
            String key,
            String where,
            String item,
            String cause,
            long slips,
            long reworks,
            String done,
            String signed) {}

    @GetMapping
    String causes(
            @PathVariable String month, @RequestParam(defaultValue = "0") int signed, Principal person, Model model) {
        model.addAttribute("signed", signed > 0 ? signed : null);
        return show(parse(month), Map.of(), by(person), model);
    }

    @PostMapping
    String sign(
            @PathVariable String month,
            @RequestParam Map<String, String> done,
            Principal person,
            Model model,
            HttpServletResponse response) {
        YearMonth of = parse(month);
        Person by = by(person);
        try {
            return "redirect:/months/" + of + "/causes?signed=" + causes.sign(of, done, by);
        } catch (Rejection refused) {
            if (refused.kind() == Rejection.Kind.FORBIDDEN) {
                throw new ResponseStatusException(HttpStatus.FORBIDDEN, refused.getMessage());
            }
            FormRefusal.say(refused, model, response);
            return show(of, done, by, model);
        }
    }

    /** @param typed what was typed by the keys of the causes, where it was not taken */
    private String show(YearMonth month, Map<String, String> typed, Person by, Model model) {
        Optional<BusinessMonth> frozen = months.find(month);
        if (frozen.isEmpty() && !months.open().contains(month)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, Times.month(month) + "没有月报：月报从第一张维修单那个月开始，到本月为止。");
        }
        List<Cause> all = causes.of(month);
        Map<String, String> people = names.of(all.stream()
                .map(Cause::signedBy)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        model.addAttribute("month", month);
        model.addAttribute("label", Times.month(month));
        model.addAttribute("state", frozen.map(found -> found.state().label()).orElse("未冻结，数字到此刻为止"));
        model.addAttribute("frozen", frozen.isPresent());
        model.addAttribute("maySign", by.isIn(Groups.ENGINEERING_SUPERVISOR));
        model.addAttribute("total", all.size());
        model.addAttribute(
                "unsigned", all.stream().filter(cause -> cause.done() == null).count());
        model.addAttribute(
                "causes",
                all.stream()
                        .limit(LINES)
                        .map(cause -> line(cause, typed, people))
                        .toList());
        return "month-causes";
    }

    private static Line line(Cause cause, Map<String, String> typed, Map<String, String> people) {
        String done = cause.done() == null ? "" : cause.done();
        String signer = cause.signedBy();
        return new Line(
                cause.key(),
                cause.office() + " · " + (cause.building().isEmpty() ? "未写明楼栋" : cause.building()),
                cause.itemName(),
                cause.cause(),
                cause.slips(),
                cause.reworks(),
                typed.getOrDefault(cause.key(), done),
                signer == null || cause.signedAt() == null
                        ? ""
                        : people.getOrDefault(signer, signer) + " " + Times.minuteAndYear(cause.signedAt()));
    }

    private Person by(Principal person) {
        return new Person(
                person.getName(),
                persons.isMember(person.getName(), Groups.ENGINEERING_SUPERVISOR)
                        ? Set.of(Groups.ENGINEERING_SUPERVISOR)
                        : Set.of());
    }

    private static YearMonth parse(String month) {
        try {
            return YearMonth.parse(month);
        } catch (DateTimeException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
