package org.baoxiu.privacy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every place where something is written about the people of one slip: its own tables, messages, and what the engine keeps of its case. */
@Component
class WrittenWords {

    /**
     * Texts of one table.
     *
     * @param key   its column that tells one row from another
     * @param where is of the slip: a condition with :number and :case
     */
    private record Place(String table, String key, String where, List<String> columns) {

        static Place of(String table, String key, String where, String... columns) {
            return new Place(table, key, where, List.of(columns));
        }
    }

    private static final String OF_SLIP = "slip_number = :number";
    private static final String OF_CASE =
            "proc_inst_id_ in (select p.proc_inst_id_ from act_hi_procinst p where p.root_proc_inst_id_ = :case or p.business_key_ = :number)";

    private static final String OF_DECISION =
            "dec_inst_id_ in (select d.id_ from act_hi_decinst d where d." + OF_CASE + ")";

    private static final List<Place> PLACES = List.of(
            Place.of(
                    "slip",
                    "number",
                    "number = :number",
                    "fault",
                    "note",
                    "wanted_note",
                    "application_applicant",
                    "application_reference",
                    "assessed_cause",
                    "survey_findings",
                    "found_cause",
                    "last_reason",
                    "work_done",
                    "work_note",
                    "confirmed_by",
                    "reason",
                    "accident_summary",
                    "accident_answer",
                    "accident_plan",
                    "accident_solution",
                    "accident_statement",
                    "reason_visit",
                    "reason_deferral",
                    "reason_help",
                    "reason_complaint",
                    "reason_improvement",
                    "reason_cancellation",
                    "reason_mistake",
                    "reason_joining"),
            Place.of("history_entry", "id", OF_SLIP, "text"),
            Place.of("quote", "id", OF_SLIP, "work_plan", "consent_by_name", "consent_reason"),
            Place.of("bill", "id", OF_SLIP, "reduction_reason"),
            Place.of("fee_entry", "id", OF_SLIP, "reason"),
            Place.of("call_back", "id", OF_SLIP, "words", "follow_up_reason"),
            Place.of("owner_remark", "id", OF_SLIP, "words", "answer"),
            Place.of("free_field", "id", OF_SLIP, "words"),
            Place.of("decision_taken", "id", OF_SLIP, "inputs", "outputs"),
            Place.of("contractor_order", "id", OF_SLIP, "result_text"),
            Place.of("message", "id", OF_SLIP, "subject", "text", "facts", "last_error"),
            Place.of("act_hi_varinst", "id_", OF_CASE, "text_", "text2_"),
            Place.of("act_hi_detail", "id_", OF_CASE, "text_", "text2_"),
            Place.of("act_hi_taskinst", "id_", OF_CASE, "description_"),
            Place.of("act_hi_dec_in", "id_", OF_DECISION, "text_", "text2_"),
            Place.of("act_hi_dec_out", "id_", OF_DECISION, "text_", "text2_"));

    /** What the engine keeps as JSON or as a long text. */
    private static final String BYTES =
            """
      select id_, bytes_ from act_ge_bytearray where id_ in
        (select bytearray_id_ from act_hi_varinst where bytearray_id_ is not null and %1$s
         union select bytearray_id_ from act_hi_detail where bytearray_id_ is not null and %1$s)"""
                    .formatted(OF_CASE);

    private final JdbcClient database;

    WrittenWords(JdbcClient database) {
        this.database = database;
    }

    /** @param caseId of its process, or null */
    void redact(String number, @Nullable String caseId, Redaction redaction) {
        PLACES.forEach(place -> redact(place, parameters(number, caseId), redaction));
        promises(number, redaction);
        database.sql(BYTES)
                .params(parameters(number, caseId))
                .query((row, index) -> Map.entry(row.getString("id_"), row.getBytes("bytes_")))
                .list()
                .forEach(bytes -> redactBytes(bytes.getKey(), bytes.getValue(), redaction));
    }

    private static Map<String, String> parameters(String number, @Nullable String caseId) {
        return Map.of("number", number, "case", caseId == null ? "" : caseId);
    }

    private void redact(Place place, Map<String, String> slip, Redaction redaction) {
        String columns = String.join(", ", place.columns());
        database.sql("select " + place.key() + " as key_of_row, " + columns + " from " + place.table() + " where "
                        + place.where())
                .params(slip)
                .query()
                .listOfRows()
                .forEach(row -> redactRow(place, row, redaction));
    }

    private void redactRow(Place place, Map<String, Object> row, Redaction redaction) {
        List<String> changed = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (String column : place.columns()) {
            if (row.get(column) instanceof String text && !redaction.of(text).equals(text)) {
                changed.add(column + " = ?");
                values.add(redaction.of(text));
            }
        }
        if (!changed.isEmpty()) {
            values.add(row.get("key_of_row"));
            database.sql("update " + place.table() + " set " + String.join(", ", changed) + " where " + place.key()
                            + " = ?")
                    .params(values)
                    .update();
        }
    }

    /** Pauses have no key of their own. */
    private void promises(String number, Redaction redaction) {
        database
                .sql(
                        """
            select distinct p.reason from commitment_pause p join commitment c on c.id = p.commitment where c.slip_number = ?""")
                .param(number)
                .query(String.class)
                .list()
                .stream()
                .filter(reason -> !redaction.of(reason).equals(reason))
                .forEach(reason -> database.sql(
                                """
                    update commitment_pause set reason = ? where reason = ? and commitment in (select id from commitment where slip_number = ?)""")
                        .params(redaction.of(reason), reason, number)
                        .update());
    }

    private void redactBytes(String id, byte[] bytes, Redaction redaction) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        // what is no text comes back as something else
        if (text.getBytes(StandardCharsets.UTF_8).length == bytes.length
                && !redaction.of(text).equals(text)) {
            database.sql("update act_ge_bytearray set bytes_ = ? where id_ = ?")
                    .params(redaction.of(text).getBytes(StandardCharsets.UTF_8), id)
                    .update();
        }
    }
}
