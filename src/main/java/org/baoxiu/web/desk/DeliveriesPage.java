package org.baoxiu.web.desk;

import java.security.Principal;
import java.util.List;
import org.baoxiu.notification.Message;
import org.baoxiu.notification.Undelivered;
import org.baoxiu.web.StaffPage;
import org.baoxiu.web.security.SlipReaders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The page 消息投递 of customer service: messages that have not arrived, and what is done about them. */
@StaffPage(title = "消息投递", path = "/deliveries", place = 30)
public class DeliveriesPage {

    private static final String PAGE = "/deliveries";

    private final Undelivered undelivered;
    private final DeliveryCalls calls;
    private final SlipReaders readers;

    DeliveriesPage(Undelivered undelivered, DeliveryCalls calls, SlipReaders readers) {
        this.undelivered = undelivered;
        this.calls = calls;
        this.readers = readers;
    }

    @GetMapping(PAGE)
    String deliveries(Principal person, Model model) {
        List<DeliveryCall> all = calls.of(undelivered.latest().stream()
                .filter(message -> isTheirs(person, message))
                .toList());
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
        check(person, id);
        undelivered.toldByPhone(id, person.getName());
        return "redirect:" + PAGE;
    }

    @PostMapping(PAGE + "/again")
    String again(Principal person, @RequestParam long id) {
        check(person, id);
        undelivered.sendAgain(id);
        return "redirect:" + PAGE;
    }

    private void check(Principal person, long id) {
        if (undelivered.find(id).filter(message -> !isTheirs(person, message)).isPresent()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    /** What is about no slip is nobody's in particular. */
    private boolean isTheirs(Principal person, Message message) {
        String slip = message.slipNumber();
        return slip == null || readers.isOfTheirOffice(person.getName(), slip);
    }
}
