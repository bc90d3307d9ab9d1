package org.baoxiu.web.setup;

import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import org.baoxiu.notification.Addresses;
import org.baoxiu.notification.ChannelKind;
import org.baoxiu.notification.ChannelTests;
import org.baoxiu.shared.OfficeGroup;
import org.baoxiu.web.StaffPage;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The channels of messages, each with a button that tries it. */
@StaffPage
@RequestMapping("/setup/channels")
class ChannelsPage {

    private final ChannelTests channels;
    private final Addresses addresses;

    ChannelsPage(ChannelTests channels, Addresses addresses) {
        this.channels = channels;
        this.addresses = addresses;
    }

    /** Where a chat is, as its button says it. */
    record Chat(String group, String label) {}

    record Line(ChannelKind kind, boolean configured, List<Chat> chats) {}

    @GetMapping
    String list(Principal person, Model model) {
        model.addAttribute(
                "channels",
                channels.channels().stream()
                        .map(one -> new Line(
                                one.kind(),
                                one.configured(),
                                one.groups().stream().map(ChannelsPage::chat).toList()))
                        .toList());
        model.addAttribute("email", addresses.emailOf(person.getName()).orElse(""));
        return "setup-channels";
    }

    private static Chat chat(String id) {
        return new Chat(
                id,
                Arrays.stream(OfficeGroup.values())
                        .filter(group -> group.id().equalsIgnoreCase(id))
                        .map(OfficeGroup::label)
                        .findFirst()
                        .orElse(id));
    }

    /** @param to a mobile number or the id of a group, where the channel needs one */
    @PostMapping
    String test(
            Principal person, @RequestParam ChannelKind kind, @RequestParam(defaultValue = "") String to, Model model) {
        channels.test(kind, to, person.getName())
                .ifPresentOrElse(
                        failure -> model.addAttribute("failure", failure), () -> model.addAttribute("sent", true));
        model.addAttribute("tested", kind.label());
        model.addAttribute("to", kind == ChannelKind.SMS ? to : "");
        return list(person, model);
    }
}
