package org.baoxiu.process.repair;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.baoxiu.dispatch.Candidate;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.dispatch.Qualification;
import org.baoxiu.incident.Incidents;
import org.baoxiu.office.Location;
import org.baoxiu.process.repair.RepairRequestProcess.Options;
import org.baoxiu.process.repair.anytime.FreshLists;
import org.baoxiu.shared.Markdown;
import org.baoxiu.slip.Area;
import org.baoxiu.slip.Catalogue;
import org.baoxiu.slip.PlaceSlips;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.Slips;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What a form offers to choose from. Options are local to their task: they are as of the moment the task opens, or of the last
 * change of those who can be chosen ({@link FreshLists}), and a submission cannot reach them.
 */
@Configuration(proxyBeanMethods = false)
public class FormOptions {

    /** One line of a select, as form-js expects it. */
    public record Option(String label, String value) {}

    /**
     * What the form shows as soon as an item is chosen.
     *
     * @param elsewhere where the item belongs when that is not where the slip is and nobody has confirmed it, or empty
     * @param outside   whether only an outside contractor may do it; then any of the team may go and secure the place (Q3)
     * @param nobody    whether nobody who is there now may go (Q3)
     */
    record ItemNote(String value, String safety, boolean forced, String elsewhere, boolean outside, boolean nobody) {

        static ItemNote of(Catalogue.Entry item, Slip slip, Set<String> uncovered) {
            Area area = item.area();
            boolean right = area == null
                    || area == slip.report().area()
                    || item.code().equals(slip.diagnosis().areaConfirmedFor());
            return new ItemNote(
                    item.code(),
                    item.safetyWords(),
                    item.forcedEntry(),
                    area == null || right ? "" : area.label(),
                    item.contractorOnly(),
                    uncovered.contains(item.contractorOnly() ? Qualification.GENERAL.code() : item.qualification()));
        }

        boolean saysSomething() {
            return forced || outside || nobody || !safety.isEmpty() || !elsewhere.isEmpty();
        }
    }

    @Bean
    TaskListener offerCatalogue(
            Catalogue catalogue, Slips slips, PlaceSlips placeSlips, Dispatch dispatch, Incidents incidents) {
        return task -> {
            Slip slip = slip(task, slips);
            offer(
                    task,
                    Options.CATALOGUE,
                    catalogue.entries().stream()
                            .map(item -> new Option(item.label(), item.code()))
                            .toList());
            task.setVariableLocal(Options.ITEM_NOTES, notes(catalogue, slip, dispatch.uncovered()));
            task.setVariableLocal(
                    Options.OPEN_SLIPS_HERE,
                    placeSlips.besides(slip).stream()
                            .map(open -> "- " + open.number() + "　" + elsewhere(open, slip)
                                    + Markdown.plain(open.report().fault(), 100) + "（"
                                    + open.state().label() + "）")
                            .collect(Collectors.joining("\n")));
            Location place = slip.intake().location();
            task.setVariableLocal(
                    Options.INCIDENTS_HERE,
                    place == null
                            ? ""
                            : incidents.wordsAt(slip.report().office(), place).stream()
                                    .map(words -> "- " + Markdown.plain(words, 300))
                                    .collect(Collectors.joining("\n")));
        };
    }

    /** The place of a slip, where the telephone alone makes it alike. */
    private static String elsewhere(Slip open, Slip slip) {
        return Objects.equals(open.intake().location(), slip.intake().location())
                ? ""
                : Markdown.plain(open.report().place(), 100) + "　";
    }

    /** @param uncovered codes of the qualifications that nobody has who is there now */
    public static SpinJsonNode notes(Catalogue catalogue, Slip slip, Set<String> uncovered) {
        return Spin.JSON(catalogue.entries().stream()
                .map(item -> ItemNote.of(item, slip, uncovered))
                .filter(ItemNote::saysSomething)
                .toList());
    }

    @Bean
    TaskListener offerTechnicians(Dispatch dispatch, Slips slips) {
        return task -> {
            Slip slip = slip(task, slips);
            offer(task, Options.TECHNICIANS, options(dispatch.candidates(slip.number()), slip.technician()));
        };
    }

    /** Work goes to somebody else: whoever has it is not offered. */
    public static List<Option> options(List<Candidate> candidates, @Nullable String technicianOrNull) {
        return candidates.stream()
                .filter(candidate -> !candidate.technician().equals(technicianOrNull))
                .map(candidate -> new Option(candidate.label(), candidate.technician()))
                .toList();
    }

    private static Slip slip(DelegateTask task, Slips slips) {
        return slips.get(task.getExecution().getProcessBusinessKey());
    }

    public static void offer(DelegateTask task, String name, List<Option> options) {
        task.setVariableLocal(name, json(options));
    }

    public static SpinJsonNode json(List<Option> options) {
        return Spin.JSON(options);
    }
}
