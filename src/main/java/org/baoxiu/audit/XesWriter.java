package org.baoxiu.audit;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.baoxiu.audit.AuditTrail.Period;
import org.baoxiu.audit.Pseudonyms.Somebody;

/** Writes an event log as XES 1.0 (IEEE 1849): its extensions Concept, Time, Lifecycle and Organizational, and attributes of our own without prefix. */
final class XesWriter {

    private static final String NAMESPACE = "http://www.xes-standard.org/";
    private static final String NAME = "concept:name";
    private static final String TIME = "time:timestamp";
    private static final String TRANSITION = "lifecycle:transition";

    private final XMLStreamWriter xml;
    private final Pseudonyms people;

    XesWriter(OutputStream to, Pseudonyms people) throws XMLStreamException {
        this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(to, StandardCharsets.UTF_8.name());
        this.people = people;
    }

    void begin(Period period) throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("log");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeAttribute("xes.version", "1.0");
        xml.writeAttribute("xes.features", "");
        extension("Concept", "concept");
        extension("Time", "time");
        extension("Lifecycle", "lifecycle");
        extension("Organizational", "org");
        global("trace");
        attribute("string", NAME, "?");
        xml.writeEndElement();
        global("event");
        attribute("string", NAME, "?");
        attribute("date", TIME, LogAttributes.timeOf(Instant.EPOCH));
        attribute("string", TRANSITION, "complete");
        xml.writeEndElement();
        classifier("Activity", NAME);
        classifier("ActivityAndTransition", NAME + " " + TRANSITION);
        attribute(
                "string",
                NAME,
                "报修处理 " + day(period.from()) + " 至 " + day(period.until().minusMillis(1)));
        attribute("string", "lifecycle:model", "standard");
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneId.systemDefault());
    }

    private void extension(String name, String prefix) throws XMLStreamException {
        line();
        xml.writeEmptyElement("extension");
        xml.writeAttribute("name", name);
        xml.writeAttribute("prefix", prefix);
        xml.writeAttribute("uri", NAMESPACE + prefix + ".xesext");
    }

    private void global(String scope) throws XMLStreamException {
        line();
        xml.writeStartElement("global");
        xml.writeAttribute("scope", scope);
    }

    private void classifier(String name, String keys) throws XMLStreamException {
        line();
        xml.writeEmptyElement("classifier");
        xml.writeAttribute("name", name);
        xml.writeAttribute("keys", keys);
    }

    void trace(LoggedSlip slip, List<LoggedEvent> events) throws XMLStreamException {
        line();
        xml.writeStartElement("trace");
        attribute("string", NAME, slip.number());
        attributes(slip.reported());
        attributes(slip.became());
        attributes(new LogAttributes().text("楼栋", slip.building()).text("地点", LoggedSlip.placeOf(slip.place())));
        for (LoggedEvent event : events) {
            event(event);
        }
        xml.writeEndElement();
    }

    private void event(LoggedEvent event) throws XMLStreamException {
        line();
        xml.writeStartElement("event");
        attribute("string", NAME, LogAttributes.plain(event.name()));
        attribute("date", TIME, LogAttributes.timeOf(event.ended()));
        attribute("string", TRANSITION, event.aborted() ? "ate_abort" : "complete");
        Somebody by = people.of(event.person());
        if (by != null) {
            attribute("string", "org:resource", by.name());
            attribute("string", "org:role", by.role());
        }
        attributes(event.attributes());
        xml.writeEndElement();
    }

    void end() throws XMLStreamException {
        line();
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }

    private void attributes(LogAttributes attributes) throws XMLStreamException {
        for (LogAttribute one : attributes.all()) {
            attribute(one.type().xes(), one.name(), one.value());
        }
    }

    private void attribute(String type, String key, String value) throws XMLStreamException {
        xml.writeEmptyElement(type);
        xml.writeAttribute("key", key);
        xml.writeAttribute("value", value);
    }

    /** A trace or event each line, so that a person can look at it. */
    private void line() throws XMLStreamException {
        xml.writeCharacters("\n");
    }
}
