package org.baoxiu.web.managers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.baoxiu.audit.KeptRule;
import org.baoxiu.audit.KeptRules;
import org.baoxiu.audit.KeptRules.Scope;
import org.baoxiu.shared.Offices;
import org.baoxiu.shared.Rejection;
import org.baoxiu.web.StaffPage;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Whether the rules of the procedure were kept 制度核查: what must never be, with its clause and the slips where it is. */
@StaffPage(title = "制度核查", path = "/rules", place = 43)
class RulesPage {

    private static final String PATH = "/rules";
    private static final int DAYS = 365;

    /** @param address of the slips behind it */
    record Line(String title, String clause, String definition, long slips, String address) {}

    private final KeptRules rules;
    private final SlipLines lines;
    private final Offices offices;
    private final Clock clock;

    RulesPage(KeptRules rules, SlipLines lines, Offices offices, Clock clock) {
        this.rules = rules;
        this.lines = lines;
        this.offices = offices;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String rules(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String office,
            Model model) {
        Days days = days(from, until);
        Map<KeptRule, Long> broken = rules.broken(scope(days, office));
        model.addAttribute("days", days);
        model.addAttribute("office", office);
        model.addAttribute("offices", offices.names());
        model.addAttribute(
                "rules",
                Arrays.stream(KeptRule.values())
                        .map(rule -> new Line(
                                rule.title(),
                                rule.clause(),
                                rule.definition(),
                                Objects.requireNonNull(broken.get(rule), "every rule is looked at"),
                                address(PATH + "/slips", days, office, rule)))
                        .toList());
        return "rules";
    }

    @GetMapping(PATH + "/slips")
    String slips(
            @RequestParam String rule,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String office,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        KeptRule chosen = rule(rule);
        Days days = days(from, until);
        Scope scope = scope(days, office);
        long total = Objects.requireNonNull(rules.broken(scope).get(chosen), "every rule is looked at");
        return lines.show(
                model,
                chosen.title(),
                chosen.clause() + "：" + chosen.definition() + "。从 " + days.from() + " 到 " + days.until()
                        + " 接报的，误登记和并入别的单的不算。" + (office.isEmpty() ? "" : "只看" + office + "。"),
                address(PATH, days, office, null),
                address(PATH + "/slips", days, office, chosen),
                total,
                page,
                (first, most) -> rules.numbers(chosen, scope, first, most));
    }

    private Days days(String from, String until) {
        return Days.of(from, until, LocalDate.now(clock), DAYS);
    }

    private Scope scope(Days days, String office) {
        return new Scope(days.begin(), days.end(), office.isEmpty() ? List.of() : List.of(offices.checked(office)));
    }

    private static KeptRule rule(String name) {
        try {
            return KeptRule.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw Rejection.invalid("没有这项核查，请回到“制度核查”重新点。");
        }
    }

    private static String address(String path, Days days, String office, @Nullable KeptRule rule) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path)
                .queryParam("from", days.from())
                .queryParam("until", days.until());
        if (!office.isEmpty()) {
            address.queryParam("office", office);
        }
        if (rule != null) {
            address.queryParam("rule", rule.name());
        }
        return address.build().encode().toUriString();
    }
}
