package org.baoxiu.models;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.baoxiu.engine.Arrival;
import org.baoxiu.engine.Expressions;
import org.camunda.bpm.model.xml.ModelInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/**
 * The models that this program was built and tested with. They are the contract: what they name (steps, messages, listeners, fields,
 * variables, columns, words in columns) the program relies on, and knows.
 */
@Component
class Shipped {

    private final ModelReader reader;
    private volatile @Nullable ModelSet read;
    private volatile Expressions.@Nullable Reach reach;

    Shipped(ModelReader reader) {
        this.reader = reader;
    }

    ModelSet models() {
        ModelSet known = read;
        if (known == null) {
            Faults faults = new Faults();
            Incoming all = new Incoming(
                    new Arrival(null, null, reader.packed().all(), false, true),
                    new ModelSet(Map.of(), Map.of()),
                    faults);
            if (!faults.none()) {
                throw new BrokenModelsException(faults.all());
            }
            known = new ModelSet(all.processes(), all.decisions());
            read = known;
        }
        return known;
    }

    /** All that the expressions of the processes reach: variables, calls, properties. */
    Expressions.Reach reach() {
        Expressions.Reach known = reach;
        if (known == null) {
            Expressions.Reach all =
                    new Expressions.Reach(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
            models().processes().values().forEach(process -> {
                add(process.model(), all);
                process.forms().values().forEach(form -> form.inputs()
                        .forEach(input -> all.names().add(input.path("key").asText())));
            });
            known = all;
            reach = known;
        }
        return known;
    }

    private static void add(ModelInstance model, Expressions.Reach all) {
        Xml.each(model, element -> Xml.texts(element).values().stream()
                .filter(Expressions::isOne)
                .map(Expressions::of)
                .forEach(one -> {
                    all.names().addAll(one.names());
                    all.calls().addAll(one.calls());
                    all.properties().addAll(one.properties());
                }));
    }

    /** Whether the event of a timer is one of theirs, of which {@link ShippedParts} says what it has to be. */
    boolean hasTimer(String process, Element timer) {
        ProcessModel contract = models().processes().get(process);
        String event = ((Element) timer.getParentNode()).getAttribute("id");
        Set<String> events = new TreeSet<>();
        if (contract != null) {
            Xml.each(contract.model(), element -> {
                if (element.getLocalName().equals(timer.getLocalName())) {
                    events.add(((Element) element.getParentNode()).getAttribute("id"));
                }
            });
        }
        return events.contains(event);
    }

    /** Groups that the diagrams name. */
    Set<String> groups() {
        Set<String> groups = new TreeSet<>();
        models().processes()
                .values()
                .forEach(process -> Xml.each(process.model(), element -> {
                    groups.addAll(People.listed(element, "candidateGroups"));
                    groups.addAll(People.listed(element, "candidateStarterGroups"));
                }));
        groups.removeIf(Expressions::isOne);
        return groups;
    }
}
