package org.baoxiu.models;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;
import org.baoxiu.engine.Expressions;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** The engine computes a timer's date only when a case gets there, and a date that it cannot compute stops the case. */
@Component
@Order(6)
class Timers implements Check {

    private static final Pattern CYCLE = Pattern.compile("R\\d*/([^/]+/)?[^/]+");

    private final Shipped shipped;

    Timers(Shipped shipped) {
        this.shipped = shipped;
    }

    @Override
    public void of(ModelSet models, Faults faults) {
        Set<String> known = new TreeSet<>();
        shipped.models()
                .processes()
                .values()
                .forEach(process -> Xml.each(process.model(), element -> {
                    if (element.getLocalName().equals("timerEventDefinition")) {
                        known.addAll(ShippedParts.texts(element));
                    }
                    known.add(Xml.attribute(element, "dueDate"));
                }));
        models.processes()
                .values()
                .forEach(process -> Xml.each(process.model(), element -> {
                    if (element.getLocalName().equals("timerEventDefinition")
                            && !isComputable(element, known)
                            && !shipped.hasTimer(process.key(), element)) {
                        faults.add(
                                process.file(),
                                "%s的时间“%s”算不出来。请写 PT15M（15 分钟）、P2D（2 天）这样的时间，或者用现有的时限，如 ${arrivalDue}。",
                                Xml.place((Element) element.getParentNode()),
                                String.join("", ShippedParts.texts(element)));
                    }
                    String due = Xml.attribute(element, "dueDate");
                    if (!due.isEmpty() && !known.contains(due) && !isDate(due) && !isDuration(due)) {
                        faults.add(
                                process.file(),
                                "%s的到期时间“%s”算不出来。请写 P2D（2 天）这样的时间，或者用现有的时限，如 ${workDue}。",
                                Xml.place(element),
                                due);
                    }
                }));
    }

    /** @param known expressions that give a date */
    static boolean isComputable(Element timer, Set<String> known) {
        String text = String.join("", ShippedParts.texts(timer));
        String kind = timer.getElementsByTagNameNS("*", "*").getLength() == 0
                ? ""
                : timer.getElementsByTagNameNS("*", "*").item(0).getLocalName();
        if (known.contains(text) && !text.isEmpty()) {
            return true;
        }
        if (Expressions.isOne(text)) {
            return false;
        }
        return switch (kind) {
            case "timeDate" -> isDate(text);
            case "timeDuration" -> isDuration(text);
            case "timeCycle" -> isCycle(text);
            default -> false;
        };
    }

    static boolean isDate(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    static boolean isDuration(String text) {
        try {
            return DatatypeFactory.newInstance().newDuration(text).getSign() > 0;
        } catch (IllegalArgumentException e) {
            return false;
        } catch (DatatypeConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isCycle(String text) {
        return CYCLE.matcher(text).matches()
                ? isDuration(text.substring(text.lastIndexOf('/') + 1))
                : CronExpression.isValidExpression(text);
    }
}
