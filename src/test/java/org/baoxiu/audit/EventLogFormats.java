package org.baoxiu.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads event logs as a stranger does, and holds them against the rules of their standards: by a schema, and what no schema can say by hand. */
public final class EventLogFormats {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EventLogFormats() {}

    /** Of a trace or an event, by key. */
    public record Attributed(Map<String, String> attributes) {

        public String of(String key) {
            return attributes.get(key);
        }

        public Instant time() {
            return OffsetDateTime.parse(of("time:timestamp")).toInstant();
        }
    }

    public record Trace(Attributed itself, List<Attributed> events) {

        public List<String> names() {
            return events.stream().map(event -> event.of("concept:name")).toList();
        }
    }

    /** The traces by their names. */
    public static Map<String, Trace> xes(byte[] log) {
        Element root = valid(log).getDocumentElement();
        Set<String> prefixes = new HashSet<>();
        Map<String, Set<String>> promised = new HashMap<>();
        Map<String, Trace> traces = new LinkedHashMap<>();
        for (Element one : children(root)) {
            switch (one.getLocalName()) {
                case "extension" -> prefixes.add(one.getAttribute("prefix"));
                case "global" ->
                    promised.put(
                            one.getAttribute("scope"),
                            attributed(one).attributes().keySet());
                case "classifier" ->
                    assertThat(promised.get("event"))
                            .as("a classifier goes by what each event has")
                            .contains(one.getAttribute("keys").split(" "));
                case "trace" -> {
                    Trace trace = new Trace(
                            attributed(one),
                            children(one).stream()
                                    .filter(child -> child.getLocalName().equals("event"))
                                    .map(EventLogFormats::attributed)
                                    .toList());
                    assertThat(traces.put(trace.itself().of("concept:name"), trace))
                            .isNull();
                }
                default -> {}
            }
        }
        for (Trace trace : traces.values()) {
            assertThat(trace.itself().attributes())
                    .containsKeys(promised.get("trace").toArray(String[]::new));
            List<Attributed> all = new ArrayList<>(trace.events());
            all.forEach(event -> assertThat(event.attributes())
                    .containsKeys(promised.get("event").toArray(String[]::new)));
            all.add(trace.itself());
            assertThat(all)
                    .flatMap(one -> one.attributes().keySet())
                    .filteredOn(key -> key.contains(":"))
                    .allMatch(key -> prefixes.contains(key.replaceFirst(":.*", "")));
        }
        return traces;
    }

    private static Document valid(byte[] log) {
        try (InputStream schema = resource("xes.xsd")) {
            DocumentBuilderFactory documents = DocumentBuilderFactory.newDefaultNSInstance();
            Document document = documents.newDocumentBuilder().parse(new ByteArrayInputStream(log));
            SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(new StreamSource(schema))
                    .newValidator()
                    .validate(new DOMSource(document));
            return document;
        } catch (Exception e) {
            throw new AssertionError("Not XES: " + e.getMessage(), e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(EventLogFormats.class.getResourceAsStream("/eventlog/" + name));
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static Attributed attributed(Element parent) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Element child : children(parent)) {
            if (child.hasAttribute("key")) {
                attributes.put(child.getAttribute("key"), child.getAttribute("value"));
            }
        }
        return new Attributed(attributes);
    }

    /** The log as it is written. */
    public static JsonNode ocel(byte[] log) {
        try (InputStream schema = resource("ocel.schema.json")) {
            JsonNode read = JSON.readTree(log);
            assertThat(JsonSchemaFactory.getInstance(VersionFlag.V7)
                            .getSchema(schema)
                            .validate(read))
                    .isEmpty();
            Map<String, JsonNode> objects = byId(read.get("objects"));
            byId(read.get("events"));
            declared(read.get("events"), read.get("eventTypes"));
            declared(read.get("objects"), read.get("objectTypes"));
            for (String list : List.of("events", "objects")) {
                read.get(list).forEach(one -> one.path("relationships").forEach(relation -> assertThat(objects)
                        .containsKey(relation.get("objectId").textValue())));
            }
            return read;
        } catch (IOException e) {
            throw new AssertionError("No JSON: " + e.getMessage(), e);
        }
    }

    private static Map<String, JsonNode> byId(JsonNode list) {
        Map<String, JsonNode> byId = new HashMap<>();
        list.forEach(one -> assertThat(byId.put(one.get("id").textValue(), one))
                .as("one of this id")
                .isNull());
        return byId;
    }

    private static void declared(JsonNode list, JsonNode types) {
        Map<String, Map<String, String>> known = new HashMap<>();
        types.forEach(type -> {
            Map<String, String> attributes = new HashMap<>();
            type.get("attributes")
                    .forEach(one -> attributes.put(
                            one.get("name").textValue(), one.get("type").textValue()));
            assertThat(known.put(type.get("name").textValue(), attributes)).isNull();
        });
        list.forEach(one -> one.get("attributes")
                .forEach(attribute -> readable(
                        known.getOrDefault(one.get("type").textValue(), Map.of())
                                .get(attribute.get("name").textValue()),
                        attribute.get("value").textValue())));
        assertThat(list).extracting(one -> one.get("type").textValue()).allMatch(known::containsKey);
    }

    private static void readable(String type, String value) {
        switch (Objects.requireNonNull(type, "a declared attribute")) {
            case "time" -> OffsetDateTime.parse(value);
            case "integer" -> Long.parseLong(value);
            case "float" -> new BigDecimal(value);
            case "boolean" -> assertThat(value).isIn("true", "false");
            default -> assertThat(type).isEqualTo("string");
        }
    }
}
