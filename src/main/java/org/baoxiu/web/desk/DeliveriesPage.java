package org.baoxiu.web.desk;

import java.security.Principal;
import java.util.List;
import org.baoxiu.notification.Undelivered;
import org.baoxiu.web.StaffPage;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page 消息投递 of customer service: messages that have not arrived, and what is done about them. */
@StaffPage(title = "消息投递", path = "/deliveries", place = 30)
public class DeliveriesPage {

    private static final String PAGE = "/deliveries";

    private final Undelivered undelivered;
    private final DeliveryCalls calls;

    DeliveriesPage(Undelivered undelivered, DeliveryCalls calls) {
        this.undelivered = undelivered;
        this.calls = calls;
    }

    @GetMapping(PAGE)
    String deliveries(Model model) {
        List<DeliveryCall> all = calls.of(undelivered.latest());
        List<DeliveryCall> others = all.stream().filter(call -> !call.byPhone()).toList();
        model.addAttribute("calls", all.stream().filter(DeliveryCall::byPhone).toList());
        model.addAttribute("others", others);
        model.addAttribute(
                "failed", others.stream().mapToInt(call -> call.lines().size()).sum());
        return "deliveries";
    }

    /** @param id the newest message of the call, as the page showed it */
    @PostMapping(PAGE + "/told")
    String told(Principal person, @RequestParam long id) {
        undelivered.toldByPhone(id, person.getName());
        return "redirect:" + PAGE;
    }

    @PostMapping(PAGE + "/again")
    String again(@RequestParam long id) {
        undelivered.sendAgain(id);
        return "redirect:" + PAGE;
    }
}
