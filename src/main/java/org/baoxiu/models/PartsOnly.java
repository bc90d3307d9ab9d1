package org.baoxiu.models;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.baoxiu.engine.Expressions;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What is known only while one part of a process runs is read in that part only: elsewhere the case stops with an error. */
@Component
@Order(6)
class PartsOnly implements Check {

    private final List<KnownInPart> parts;

    PartsOnly(List<KnownInPart> parts) {
        this.parts = parts;
    }

    @Override
    public void of(ModelSet models, Faults faults) {
        parts.forEach(part -> {
            ProcessModel process = models.processes().get(part.process());
            if (process != null) {
                Xml.each(process.model(), element -> {
                    if (!isWithin(element, part.part())) {
                        names(element).stream()
                                .filter(part.names()::contains)
                                .forEach(name -> faults.add(
                                        process.file(),
                                        "%s读取了“%s”，它只在 %s 里才有，案件到了这里会停住。请换成别的。",
                                        Xml.place(element),
                                        name,
                                        part.part()));
                    }
                });
            }
        });
    }

    private static Set<String> names(Element element) {
        Set<String> names = new TreeSet<>();
        Xml.texts(element).values().stream().filter(Expressions::isOne).forEach(text -> {
            try {
                names.addAll(Expressions.of(text).names());
            } catch (IllegalArgumentException unreadable) {
                // Power says so
            }
        });
        return names;
    }

    private static boolean isWithin(Element element, String part) {
        for (Node at = element; at != null; at = at.getParentNode()) {
            if (at instanceof Element around && around.getAttribute("id").equals(part)) {
                return true;
            }
        }
        return false;
    }
}
