package org.baoxiu.audit;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baoxiu.audit.Pseudonyms.Somebody;
import org.jspecify.annotations.Nullable;

/**
 * Writes an event log as OCEL 2.0 in JSON. Types come last, when it is known which of them there are; the schema of the standard wants each value as a
 * text, and the type of an attribute says how to read it.
 */
final class OcelWriter implements AutoCloseable {

    private static final String SLIP = "维修单";
    private static final String PLACE = "地点";
    private static final String TECHNICIAN = "维修人员";
    private static final String COLLEAGUE = "办公人员";
    private static final String BILL = "账单";

    private final JsonGenerator json;
    private final Pseudonyms people;
    private final Map<String, Map<String, LogAttribute.Type>> eventTypes = new LinkedHashMap<>();
    private final Map<String, Map<String, LogAttribute.Type>> objectTypes = new LinkedHashMap<>();

    OcelWriter(OutputStream to, Pseudonyms people) throws IOException {
        this.json = new JsonFactory().createGenerator(to, JsonEncoding.UTF8);
        this.people = people;
    }

    void beginEvents() throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("events");
    }

    void events(LoggedSlip slip, List<LoggedEvent> events) throws IOException {
        for (LoggedEvent event : events) {
            begin(event.id(), event.name(), event.ended());
            attributes(eventTypes, event.name(), event.attributes().truth("中止", event.aborted()));
            json.writeArrayFieldStart("relationships");
            related(slip.number(), "所属维修单");
            related(LoggedSlip.placeOf(slip.place()), "发生地点");
            by(event.person(), "办理人");
            endBoth();
        }
    }

    void event(LoggedRecords.Money money) throws IOException {
        begin(money.id(), money.name(), money.at());
        attributes(eventTypes, money.name(), new LogAttributes().yuan("金额", money.amount()));
        json.writeArrayFieldStart("relationships");
        related(money.slip(), "所属维修单");
        if (money.bill() != null) {
            related(bill(money.bill()), BILL);
        }
        by(money.person(), "经手人");
        endBoth();
    }

    void beginObjects() throws IOException {
        json.writeEndArray();
        json.writeArrayFieldStart("objects");
    }

    /** @param now since when it is as it is, for one that has not ended */
    void object(LoggedSlip slip, Instant now) throws IOException {
        begin(slip.number(), SLIP);
        json.writeArrayFieldStart("attributes");
        values(objectTypes, SLIP, slip.reported(), slip.received());
        values(objectTypes, SLIP, slip.became(), slip.ended() == null ? now : slip.ended());
        json.writeEndArray();
        json.writeArrayFieldStart("relationships");
        related(LoggedSlip.placeOf(slip.place()), "报修地点");
        endBoth();
    }

    void object(LoggedRecords.Place place) throws IOException {
        begin(LoggedSlip.placeOf(place.firstSlip()), PLACE);
        json.writeArrayFieldStart("attributes");
        values(
                objectTypes,
                PLACE,
                new LogAttributes().text("管理处", place.office()).text("楼栋", place.building()),
                Instant.EPOCH);
        json.writeEndArray();
        json.writeEndObject();
    }

    void object(LoggedRecords.Bill bill) throws IOException {
        begin(bill(bill.id()), BILL);
        json.writeArrayFieldStart("attributes");
        values(objectTypes, BILL, new LogAttributes().yuan("业主应付", bill.amount()), bill.recorded());
        if (bill.reviewed() != null) {
            values(objectTypes, BILL, new LogAttributes().yuan("审核后应付", bill.reviewedAmount()), bill.reviewed());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("relationships");
        related(bill.slip(), "所属维修单");
        endBoth();
    }

    /** Everybody who has appeared, and the types. */
    void end() throws IOException {
        for (Somebody one : people.all()) {
            String type = one.technician() ? TECHNICIAN : COLLEAGUE;
            begin(one.name(), type);
            json.writeArrayFieldStart("attributes");
            values(objectTypes, type, new LogAttributes().text("岗位", one.role()), Instant.EPOCH);
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        types("eventTypes", eventTypes);
        types("objectTypes", objectTypes);
        json.writeEndObject();
        json.flush();
    }

    @Override
    public void close() throws IOException {
        json.close();
    }

    private static String bill(long id) {
        return BILL + " " + id;
    }

    private void begin(String id, String type, Instant time) throws IOException {
        begin(id, type);
        json.writeStringField("time", LogAttributes.timeOf(time));
    }

    private void begin(String id, String type) throws IOException {
        json.writeRaw('\n');
        json.writeStartObject();
        json.writeStringField("id", id);
        json.writeStringField("type", LogAttributes.plain(type));
    }

    /** Of a list, and of what has it. */
    private void endBoth() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
    }

    private void attributes(Map<String, Map<String, LogAttribute.Type>> types, String type, LogAttributes attributes)
            throws IOException {
        json.writeArrayFieldStart("attributes");
        values(types, type, attributes, null);
        json.writeEndArray();
    }

    /** @param since from when on an object has them; an event has them as it happens */
    private void values(
            Map<String, Map<String, LogAttribute.Type>> types,
            String type,
            LogAttributes attributes,
            @Nullable Instant since)
            throws IOException {
        Map<String, LogAttribute.Type> known =
                types.computeIfAbsent(LogAttributes.plain(type), name -> new LinkedHashMap<>());
        for (LogAttribute one : attributes.all()) {
            known.put(one.name(), one.type());
            json.writeStartObject();
            json.writeStringField("name", one.name());
            if (since != null) {
                json.writeStringField("time", LogAttributes.timeOf(since));
            }
            json.writeStringField("value", one.value());
            json.writeEndObject();
        }
    }

    private void by(@Nullable String person, String qualifier) throws IOException {
        Somebody somebody = people.of(person);
        if (somebody != null && !somebody.owner()) {
            related(somebody.name(), qualifier);
        }
    }

    private void related(String object, String qualifier) throws IOException {
        json.writeStartObject();
        json.writeStringField("objectId", object);
        json.writeStringField("qualifier", qualifier);
        json.writeEndObject();
    }

    private void types(String field, Map<String, Map<String, LogAttribute.Type>> types) throws IOException {
        json.writeArrayFieldStart(field);
        for (Map.Entry<String, Map<String, LogAttribute.Type>> type : types.entrySet()) {
            json.writeStartObject();
            json.writeStringField("name", type.getKey());
            json.writeArrayFieldStart("attributes");
            for (Map.Entry<String, LogAttribute.Type> attribute :
                    type.getValue().entrySet()) {
                json.writeStartObject();
                json.writeStringField("name", attribute.getKey());
                json.writeStringField("type", attribute.getValue().ocel());
                json.writeEndObject();
            }
            endBoth();
        }
        json.writeEndArray();
    }
}
