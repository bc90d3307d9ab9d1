package org.baoxiu.web.card;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.baoxiu.owner.ClerkSteps;
import org.baoxiu.owner.ClerkSteps.Call;
import org.baoxiu.owner.ClerkSteps.Wanted;
import org.baoxiu.owner.OwnerSteps;
import org.baoxiu.owner.Reporting;
import org.baoxiu.owner.SubmittedForms;
import org.baoxiu.shared.Rejection;
import org.baoxiu.web.FormRefusal;
import org.baoxiu.web.StaffPage;
import org.baoxiu.web.desk.CardAddress;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A new report from a card: one slip for one fault, registered at once when its item is known. */
@StaffPage
class NewReportPage {

    private static final String FORM = "desk report";
    private static final String AGAIN = "业主再次来电：";

    private final Spots spots;
    private final CardView view;
    private final ClerkSteps steps;
    private final OwnerSteps owners;
    private final SubmittedForms forms;
    private final Reporting reporting;

    NewReportPage(
            Spots spots,
            CardView view,
            ClerkSteps steps,
            OwnerSteps owners,
            SubmittedForms forms,
            Reporting reporting) {
        this.spots = spots;
        this.view = view;
        this.steps = steps;
        this.owners = owners;
        this.forms = forms;
        this.reporting = reporting;
    }

    /** What the page's script puts below the fault as somebody types it. */
    @GetMapping("/desk/heard")
    String heard(@RequestParam Map<String, String> values, Model model) {
        view.hear(spot(values), new Draft(values), model);
        return "card :: heard";
    }

    /** Nothing is opened before the clerk has seen which item it is taken for, and the open slips that may be about the same. */
    @PostMapping("/desk/reports")
    String report(
            Principal person, @RequestParam Map<String, String> values, Model model, HttpServletResponse response) {
        Spot spot = spot(values);
        Draft draft = new Draft(values);
        Optional<String> before = forms.slipOf(draft.key(), FORM);
        if (before.isPresent()) {
            return opened(spot, draft, before.get());
        }
        Heard heard = view.hear(spot, draft, model);
        boolean another = draft.others()
                .containsAll(heard.alike().stream().map(Heard.Alike::number).toList());
        boolean itemUnseen = draft.chosen().isEmpty() && !heard.spoken().isEmpty();
        if (!another || itemUnseen) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return view.show(spot, draft, model);
        }
        try {
            reporting.prepare(draft.telephone());
            forms.opensSlip(draft.key(), FORM, () -> {
                nobodyElseHasOpenedIt(spot, draft, heard, model);
                return open(spot, draft, person.getName());
            });
            return opened(spot, draft, forms.slipOf(draft.key(), FORM).orElseThrow());
        } catch (Rejection refused) {
            return refused(spot, draft, refused, model, response);
        }
    }

    /** The owner urges what is open already, instead of a second slip (4.2.1.1). */
    @PostMapping("/desk/urges")
    String urge(
            Principal person,
            @RequestParam Map<String, String> values,
            @RequestParam String slip,
            Model model,
            HttpServletResponse response) {
        Spot spot = spot(values);
        Draft draft = new Draft(values);
        try {
            boolean taken = forms.once(
                    draft.key(),
                    CallForm.of("urge", slip),
                    () -> steps.takeCall(
                            slip,
                            new Call(Wanted.URGE, AGAIN + draft.fault(), "", "", draft.ticked("lossOrInjury"), false),
                            person.getName()));
            return CallForm.sent(spot.address(draft.telephone()), taken, slip);
        } catch (Rejection refused) {
            return refused(spot, draft, refused, model, response);
        }
    }

    /** A slip that has come meanwhile, from another desk or from the owner's own phone, has been seen by nobody here. */
    private void nobodyElseHasOpenedIt(Spot spot, Draft draft, Heard seen, Model model) {
        reporting.waitForOthers(draft.telephone());
        List<String> known = seen.alike().stream().map(Heard.Alike::number).toList();
        view.hear(spot, draft, model).alike().stream()
                .filter(one -> !known.contains(one.number()))
                .findFirst()
                .ifPresent(one -> {
                    throw Rejection.outOfTurn(one.number(), "刚刚有人登记了这张单，可能是同一件事。请先看一看：是同一件事的点“催办”，不是的再点“登记报修”。");
                });
    }

    private String open(Spot spot, Draft draft, String person) {
        String item = draft.chosen().orElse("");
        if (item.isEmpty()) {
            nothingGetsLost(draft, "要和维修项目一起登记：请选好“维修项目”再登记报修；项目还说不清的");
        }
        String number = steps.report(draft.report(spot), person);
        if (!item.isEmpty() && !steps.register(number, draft.registration(), person)) {
            nothingGetsLost(draft, "要由客服员登记，您开单带不过去");
            owners.suggestItem(number, item);
        }
        return number;
    }

    /** Whoever registers the slip later sees what the report says, and nothing else of what was typed here. */
    private static void nothingGetsLost(Draft draft, String why) {
        String labels = draft.forRegistration().stream().collect(Collectors.joining("”“"));
        if (!labels.isEmpty()) {
            throw Rejection.invalid("“" + labels + "”" + why + "，请把它写进“故障情况”，取消勾选、清空备注后再点“登记报修”。");
        }
    }

    private String refused(Spot spot, Draft draft, Rejection refused, Model model, HttpServletResponse response) {
        FormRefusal.say(refused, model, response);
        return view.show(spot, draft, model);
    }

    private static String opened(Spot spot, Draft draft, String number) {
        return "redirect:" + CardAddress.asking(spot.address(draft.telephone()), "opened", number);
    }

    private Spot spot(Map<String, String> values) {
        return spots.of(values.getOrDefault("office", ""), values.getOrDefault("place", ""));
    }
}
