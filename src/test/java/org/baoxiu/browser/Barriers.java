package org.baoxiu.browser;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What axe-core finds seriously hard to use on a page as it is now. */
final class Barriers {

    private static final Set<String> GRAVE = Set.of("serious", "critical");
    /** Large enough for a finger: off by default, because it is younger than the rest. */
    private static final String TARGET_SIZE = "target-size";

    private Barriers() {}

    /** By mouse or keyboard. */
    static List<String> on(Page page) {
        return grave(new AxeBuilder(page));
    }

    /** By finger too. */
    static List<String> onPhone(Page page) {
        AxeRuleOptions enabled = new AxeRuleOptions();
        enabled.setEnabled(true);
        AxeRunOptions options = new AxeRunOptions();
        options.setRules(Map.of(TARGET_SIZE, enabled));
        return grave(new AxeBuilder(page).options(options));
    }

    private static List<String> grave(AxeBuilder axe) {
        return axe.setLegacyMode(true).analyze().getViolations().stream()
                .filter(rule -> GRAVE.contains(rule.getImpact()))
                .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                        + rule.getNodes().stream().map(node -> node.getHtml()).toList())
                .toList();
    }
}
