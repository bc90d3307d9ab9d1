package org.baoxiu.web.card;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Arrays;
import java.util.Map;
import org.baoxiu.owner.ClerkSteps;
import org.baoxiu.owner.ClerkSteps.Call;
import org.baoxiu.owner.ClerkSteps.Wanted;
import org.baoxiu.owner.SubmittedForms;
import org.baoxiu.shared.Rejection;
import org.baoxiu.web.FormRefusal;
import org.baoxiu.web.StaffPage;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What an owner wants of an open slip 业主来电登记, from the card of its place. */
@StaffPage
class CallPage {

    private final Spots spots;
    private final CardView view;
    private final ClerkSteps steps;
    private final SubmittedForms forms;

    CallPage(Spots spots, CardView view, ClerkSteps steps, SubmittedForms forms) {
        this.spots = spots;
        this.view = view;
        this.steps = steps;
        this.forms = forms;
    }

    @PostMapping("/desk/calls")
    String call(
            Principal person,
            @RequestParam String office,
            @RequestParam String place,
            @RequestParam String slip,
            @RequestParam(defaultValue = "") String ringing,
            @RequestParam Map<String, String> values,
            Model model,
            HttpServletResponse response) {
        Spot spot = spots.of(office, place);
        try {
            Call call = call(values);
            boolean taken = forms.once(
                    values.getOrDefault("key", ""),
                    CallForm.of("call", slip),
                    () -> steps.takeCall(slip, call, person.getName()));
            return CallForm.sent(spot.address(ringing), taken, slip);
        } catch (Rejection refused) {
            FormRefusal.say(refused, model, response);
            model.addAttribute("call", values);
            return view.show(spot, Asked.by(ringing), model);
        }
    }

    private static Call call(Map<String, String> values) {
        String wanted = values.getOrDefault("wanted", "");
        return new Call(
                Arrays.stream(Wanted.values())
                        .filter(one -> one.name().equals(wanted))
                        .findFirst()
                        .orElseThrow(() -> Rejection.invalid("请选择“业主要求”。")),
                values.getOrDefault("words", ""),
                values.getOrDefault("appointmentAt", ""),
                values.getOrDefault("telephone", ""),
                values.containsKey("lossOrInjury"),
                values.containsKey("cancelConfirmed"));
    }
}
