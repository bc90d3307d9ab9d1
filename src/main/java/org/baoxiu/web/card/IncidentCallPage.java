package org.baoxiu.web.card;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Map;
import java.util.Set;
import org.baoxiu.incident.IncidentCallers;
import org.baoxiu.incident.Incidents;
import org.baoxiu.owner.SubmittedForms;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.web.FormRefusal;
import org.baoxiu.web.StaffPage;
import org.baoxiu.web.desk.CardAddress;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whoever calls about an incident is joined to it from a card: no slip is opened. */
@StaffPage
class IncidentCallPage {

    private final Spots spots;
    private final CardView view;
    private final IncidentCallers callers;
    private final Incidents incidents;
    private final SubmittedForms forms;

    IncidentCallPage(Spots spots, CardView view, IncidentCallers callers, Incidents incidents, SubmittedForms forms) {
        this.spots = spots;
        this.view = view;
        this.callers = callers;
        this.incidents = incidents;
        this.forms = forms;
    }

    @PostMapping("/desk/incident-calls")
    String join(
            Principal person,
            @RequestParam long incident,
            @RequestParam Map<String, String> values,
            Model model,
            HttpServletResponse response) {
        Spot spot = spots.of(values.getOrDefault("office", ""), values.getOrDefault("place", ""));
        Draft draft = new Draft(values);
        if (!incidents.get(incident).office().equals(spot.office())) {
            throw Rejection.invalid("这条公共故障不是“" + spot.office() + "”的，请刷新页面后重新选择。");
        }
        try {
            forms.once(
                    draft.key(),
                    "incident " + incident,
                    () -> callers.join(
                            incident,
                            draft.value("name"),
                            draft.telephone(),
                            spot.place(),
                            draft.fault(),
                            new Person(person.getName(), Set.of())));
            return "redirect:" + CardAddress.asking(spot.address(draft.telephone()), "joined", Long.toString(incident));
        } catch (Rejection refused) {
            FormRefusal.say(refused, model, response);
            return view.show(spot, draft, model);
        }
    }
}
