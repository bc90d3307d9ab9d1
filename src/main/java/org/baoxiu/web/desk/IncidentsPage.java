package org.baoxiu.web.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.baoxiu.incident.Declaration;
import org.baoxiu.incident.Incident;
import org.baoxiu.incident.Incident.Stage;
import org.baoxiu.incident.IncidentCaller;
import org.baoxiu.incident.IncidentCallers;
import org.baoxiu.incident.Incidents;
import org.baoxiu.office.Part;
import org.baoxiu.office.Parts;
import org.baoxiu.owner.SubmittedForms;
import org.baoxiu.shared.Names;
import org.baoxiu.shared.OfficeScope;
import org.baoxiu.shared.Offices;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Times;
import org.baoxiu.web.FormRefusal;
import org.baoxiu.web.StaffPage;
import org.baoxiu.web.security.Staff;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Faults that concern many 公共故障, running, planned and over: declared, changed and ended here. */
@StaffPage(title = "公共故障", path = "/incidents", place = 17)
class IncidentsPage {

    private static final String FORM = "incident";

    private final Incidents incidents;
    private final IncidentCallers callers;
    private final Parts parts;
    private final Offices offices;
    private final SubmittedForms forms;
    private final Names names;
    private final Staff staff;
    private final Clock clock;

    IncidentsPage(
            Incidents incidents,
            IncidentCallers callers,
            Parts parts,
            Offices offices,
            SubmittedForms forms,
            Names names,
            Staff staff,
            Clock clock) {
        this.incidents = incidents;
        this.callers = callers;
        this.parts = parts;
        this.offices = offices;
        this.forms = forms;
        this.names = names;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * One of the list.
     *
     * @param late     whether it was to be over by now
     * @param unlisted its places that the register does not have, or empty
     */
    record Line(
            long id,
            String office,
            String where,
            String what,
            String stage,
            String times,
            int callers,
            boolean late,
            String unlisted) {}

    record Caller(String at, String name, String telephone, String place, String said, String by) {}

    @GetMapping("/incidents")
    String list(@RequestParam(defaultValue = "") String office, Model model) {
        List<String> all = theirs();
        String chosen = all.contains(office) ? office : all.stream().findFirst().orElse("");
        return list(new Declaration(chosen, "", "", false, "", "", ""), model);
    }

    private String list(Declaration typed, Model model) {
        Instant now = clock.instant();
        OfficeScope scope = staff.scope();
        List<Incident> open = incidents.open().stream()
                .filter(one -> scope.covers(one.office()))
                .toList();
        model.addAttribute("running", lines(open, Stage.RUNNING, now));
        model.addAttribute("planned", lines(open, Stage.PLANNED, now));
        model.addAttribute(
                "ended",
                incidents.ended().stream()
                        .filter(one -> scope.covers(one.office()))
                        .map(one -> line(one, now))
                        .toList());
        model.addAttribute("offices", theirs());
        model.addAttribute("key", SubmittedForms.newKey());
        form(typed, typed.office(), model);
        return "incidents";
    }

    private List<String> theirs() {
        return staff.scope().among(offices.names());
    }

    private void form(Declaration typed, String office, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("parts", parts.of(office).stream().map(Part::label).toList());
    }

    private List<Line> lines(List<Incident> all, Stage stage, Instant now) {
        return all.stream()
                .filter(one -> one.stage(now) == stage)
                .map(one -> line(one, now))
                .toList();
    }

    private static Line line(Incident one, Instant now) {
        Instant ended = one.over(now);
        Instant expected = one.expectedAt();
        String end = ended != null
                ? Times.minute(ended) + (one.stage(now) == Stage.CALLED_OFF ? " 取消" : one.planned() ? " 结束" : " 恢复")
                : expected == null ? "恢复时间待定" : "预计 " + Times.minute(expected) + " 恢复";
        return new Line(
                one.id(),
                one.office(),
                one.where(),
                one.what(),
                one.stage(now).label(),
                Times.minute(one.beginsAt()) + " 起，" + end,
                one.callers(),
                one.late(now),
                one.parts().stream().filter(Part::unknown).map(Part::label).collect(Collectors.joining("、")));
    }

    @PostMapping("/incidents")
    String declare(
            Principal person,
            Declaration typed,
            @RequestParam(defaultValue = "") String key,
            Model model,
            HttpServletResponse response) {
        try {
            if (!staff.scope().covers(typed.office())) {
                throw Rejection.forbidden("您不在“" + typed.office() + "”，不能为它发布公共故障。请选择您所在的管理处。");
            }
            forms.once(key, FORM, () -> incidents.declare(typed, by(person)));
            return "redirect:/incidents";
        } catch (Rejection refused) {
            FormRefusal.say(refused, model, response);
            return list(typed, model);
        }
    }

    @GetMapping("/incidents/{id}")
    String one(@PathVariable long id, Model model) {
        Incident incident = get(id);
        return one(
                incident,
                new Declaration(
                        incident.office(),
                        incident.where(),
                        incident.what(),
                        incident.planned(),
                        Times.minute(incident.beginsAt()),
                        Optional.ofNullable(incident.expectedAt())
                                .map(Times::minute)
                                .orElse(""),
                        Optional.ofNullable(incident.slipNumber()).orElse("")),
                model);
    }

    private String one(Incident incident, Declaration typed, Model model) {
        Instant now = clock.instant();
        Map<String, String> called = names.of(callers.of(incident.id()).stream()
                .map(IncidentCaller::takenBy)
                .distinct()
                .toList());
        model.addAttribute("incident", incident);
        model.addAttribute("line", line(incident, now));
        model.addAttribute("over", incident.over(now) != null);
        model.addAttribute("begun", !incident.beginsAt().isAfter(now));
        model.addAttribute("declaredBy", names.of(incident.declaredBy()));
        model.addAttribute("declaredAt", Times.minute(incident.declaredAt()));
        model.addAttribute(
                "callers",
                callers.of(incident.id()).stream()
                        .map(one -> new Caller(
                                Times.minute(one.at()),
                                one.name(),
                                one.telephone(),
                                one.place(),
                                one.said(),
                                called.getOrDefault(one.takenBy(), one.takenBy())))
                        .toList());
        form(typed, incident.office(), model);
        return "incident";
    }

    @PostMapping("/incidents/{id}")
    String change(
            Principal person,
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int version,
            Declaration typed,
            Model model,
            HttpServletResponse response) {
        Incident known = get(id);
        try {
            incidents.change(id, version, typed, by(person));
            return "redirect:/incidents/" + id;
        } catch (Rejection refused) {
            FormRefusal.say(refused, model, response);
            return one(known, typed, model);
        }
    }

    @PostMapping("/incidents/{id}/end")
    String end(Principal person, @PathVariable long id) {
        incidents.end(get(id).id(), by(person));
        return "redirect:/incidents/" + id;
    }

    private Incident get(long id) {
        return incidents
                .find(id)
                .filter(one -> staff.scope().covers(one.office()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Person by(Principal person) {
        return new Person(person.getName(), Set.of());
    }
}
