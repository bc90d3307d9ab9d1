package org.baoxiu.web.card;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.baoxiu.owner.ClerkSteps;
import org.baoxiu.owner.SubmittedForms;
import org.baoxiu.shared.Telephones;
import org.baoxiu.shared.Texts;
import org.baoxiu.slip.Area;

/** A new report as far as it is filled in; the forms of the process check it. */
record Draft(Map<String, String> values) {

    private static final Map<String, String> ONLY_REGISTERED = onlyRegistered();

    /** For a card that is opened: whoever calls, or the first of its people where nobody knows who does. */
    static Draft of(Card card, Asked asked) {
        Map<String, String> values = new HashMap<>();
        values.put("key", SubmittedForms.newKey());
        values.put("telephone", asked.telephone());
        card.people().stream()
                .filter(somebody -> somebody.calling() || asked.telephone().isEmpty())
                .findFirst()
                .ifPresent(caller -> {
                    values.put("name", caller.name());
                    caller.telephones().stream()
                            .filter(known -> asked.telephone().isEmpty()
                                    || Telephones.key(known.written()).equals(Telephones.key(asked.telephone())))
                            .findFirst()
                            .ifPresent(known -> values.put("telephone", known.written()));
                });
        return new Draft(values);
    }

    String value(String name) {
        return values.getOrDefault(name, "");
    }

    String key() {
        return value("key");
    }

    String fault() {
        return Texts.lines(value("fault"));
    }

    String telephone() {
        return Texts.line(value("telephone"));
    }

    /** What is no flat is public unless somebody says otherwise. */
    Area area(Spot spot) {
        return switch (value("area")) {
            case "inside" -> Area.INSIDE;
            case "public" -> Area.PUBLIC;
            default -> spot.flat() ? Area.INSIDE : Area.PUBLIC;
        };
    }

    /** The code of the item, empty for none yet; nothing where nobody has seen a choice. */
    Optional<String> chosen() {
        return Optional.ofNullable(values.get("item"));
    }

    /** Numbers of open slips that this is not about, as the clerk says. */
    Set<String> others() {
        return Arrays.stream(value("another").split(",")).collect(Collectors.toSet());
    }

    ClerkSteps.Report report(Spot spot) {
        return new ClerkSteps.Report(
                spot.office(),
                spot.place(),
                area(spot) == Area.PUBLIC,
                value("name"),
                value("telephone"),
                value("fault"),
                value("wantedAt"));
    }

    /** Labels of what was filled in and only a registration takes. */
    List<String> forRegistration() {
        return ONLY_REGISTERED.entrySet().stream()
                .filter(field -> !Texts.isBlank(value(field.getKey())))
                .map(Map.Entry::getValue)
                .toList();
    }

    ClerkSteps.Registration registration() {
        return new ClerkSteps.Registration(
                value("item"),
                value("wantedAt"),
                ticked("emergency"),
                ticked("underWarranty"),
                ticked("forcedEntry"),
                ticked("lossOrInjury"),
                ticked("areaConfirmed"),
                value("note"));
    }

    boolean ticked(String name) {
        return values.containsKey(name);
    }

    private static Map<String, String> onlyRegistered() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("emergency", "紧急");
        labels.put("underWarranty", "在保修期内");
        labels.put("forcedEntry", "需要撬锁破门");
        labels.put("lossOrInjury", "管理处有责任的重大损失或人员受伤");
        labels.put("note", "备注");
        return labels;
    }
}
