package org.baoxiu.web.desk;

import java.security.Principal;
import java.util.List;
import org.baoxiu.notification.Message;
import org.baoxiu.notification.Messages;
import org.baoxiu.web.StaffPage;
import org.baoxiu.web.security.SlipReaders;
import org.baoxiu.web.security.Staff;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The messages 消息 of whoever is logged in, and nobody else's. */
@StaffPage(title = "消息", path = "/messages", place = 10)
public class MessagesPage {

    private final Messages messages;
    private final Staff staff;

    MessagesPage(Messages messages, Staff staff) {
        this.messages = messages;
        this.staff = staff;
    }

    @GetMapping("/messages")
    String messages(Principal person, Model model) {
        model.addAttribute("everySlip", staff.mayOpen(SlipReaders.ALL_SLIPS));
        List<Message> own = messages.of(person.getName());
        model.addAttribute("messages", own.stream().map(MessageLine::of).toList());
        model.addAttribute(
                "unread", own.stream().filter(message -> !message.read()).count());
        model.addAttribute("last", own.stream().mapToLong(Message::id).max().orElse(0));
        return "messages";
    }

    /** @param last the newest message that the person has seen */
    @PostMapping("/messages/read")
    String read(Principal person, @RequestParam long last) {
        messages.markRead(person.getName(), last);
        return "redirect:/messages";
    }
}
