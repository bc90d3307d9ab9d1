package org.baoxiu.web.desk;

import org.baoxiu.owner.OwnerTokens;
import org.baoxiu.slip.Slips;
import org.baoxiu.web.StaffPage;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where a clerk gives an owner a new link; all earlier ones stop working. */
@StaffPage
@RequestMapping("/links/{number}")
public class LinkPage {

    private final OwnerTokens tokens;
    private final Slips slips;

    LinkPage(OwnerTokens tokens, Slips slips) {
        this.tokens = tokens;
        this.slips = slips;
    }

    @GetMapping
    String ask(@PathVariable String number, Model model) {
        model.addAttribute("number", slips.get(number).number());
        return "link";
    }

    /** The link is shown this once: only a hash of it is kept. */
    @PostMapping
    String replace(@PathVariable String number, Model model) {
        model.addAttribute("link", tokens.replace(number));
        return ask(number, model);
    }
}
