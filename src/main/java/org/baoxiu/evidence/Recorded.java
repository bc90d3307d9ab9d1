package org.baoxiu.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of which there is evidence, and the columns that count. Words of people are apart from the rest: of them only a salted hash is kept,
 * which says nothing any more once the salt is gone.
 *
 * <p>A new column of one of these tables is added here as {@code name@2} and so on, {@link #FORMAT} with it: lines of before go on to be
 * verified by what was recorded then. A test names the columns that are neither here nor left out on purpose.
 */
enum Recorded {
    SLIP(
            "内容",
            new Source("slip", "number", "number", "opened_at"),
            """
            state opened_at opened_by registrar case_id office channel area received_at registered_at wanted_at emergency forced_entry
            loss_or_injury under_warranty office_fault chosen_item item_code item_name item_qualification item_standard_hours item_labour_price
            item_in_price_list item_emergency_by_nature item_tools item_materials item_area item_forced_entry item_contractor_only application_date
            repair_class responsible_role clause handled_class downgraded_from urges complaints repeats_counted repeats_last_at notified_at
            offered_at team_reached_at estimated_hours survey_needed technician picked_up_at visit_outcome appointment_at arrived_at visited_at
            noise_or_smell quoted_amount consented_amount consent_valid work_started_at work_outcome promised_at promised_since deferred_at
            change_since function_restored site_cleared finished_at billed_amount confirmed confirmed_at result_reported_at final_amount settled_at
            collection reworks closed_at application_at answered_at round_started_at important_since solved_at approval_needed expected_at
            accident_declared_at accident_answered_at accident_solved_at accident_closed_at paper_registered_at paper_notified_at paper_arrived_at
            paper_started_at paper_finished_at paper_accepted_at paper_reported_at area_confirmed_for entry_stopped_at split_from joined_to forgotten""",
            """
            reporter_name reporter_phone telephone_e164 place fault note wanted_note application_applicant application_reference reason
            assessed_cause survey_findings found_cause last_reason work_done work_note confirmed_by accident_summary accident_answer accident_plan
            accident_solution accident_statement reason_visit reason_deferral reason_help reason_complaint reason_improvement reason_cancellation
            reason_mistake reason_joining""",
            null),
    HISTORY(
            "过程记录",
            Source.ofSlip("history_entry", "occurred_at"),
            "occurred_at person step clause about_time",
            "text",
            null),
    PROMISE(
            "时限",
            Source.ofSlip("commitment", "started_at"),
            """
            kind clause repair_class emergency started_at limit_seconds warning_seconds again_seconds service_hours due_at warned_at missed_at
            told_at ended_at technician clerk withdrawn step@3 step_name@3""",
            "",
            new Part("commitment_pause", "commitment", "paused_from paused_until", "reason")),
    QUOTE(
            "报价",
            Source.ofSlip("quote", "quoted_at"),
            """
            labour noise_or_smell quoted_at quoted_by rule_payer rule_payer_label rule_owner_share_percent rule_service_charge
            rule_minimum_charge rule_reason amount_labour amount_materials amount_service_charge amount_total amount_owner_pays consent_outcome
            consent_by_deputy noise_consent decided_at item_code""",
            "work_plan consent_by_name consent_reason",
            new Part("quoted_material", "quote", "quote_key name quantity unit_price", "")),
    BILL(
            "账单",
            Source.ofSlip("bill", "recorded_at"),
            """
            recorded_at recorded_by rule_payer rule_payer_label rule_owner_share_percent rule_service_charge rule_minimum_charge rule_reason
            amount_labour amount_materials amount_service_charge amount_total amount_owner_pays reviewed_amount collection reviewed_at
            reviewed_by""",
            "reduction_reason",
            new Part("used_material", "bill", "bill_key name quantity unit_price", "")),
    PAYMENT(
            "收费记录",
            Source.ofSlip("fee_entry", "recorded_at"),
            "kind way amount bill recorded_at recorded_by",
            "reason",
            null),
    CALL_BACK(
            "回访",
            Source.ofSlip("call_back", "called_at"),
            "round called_at called_by technician reached fixed score conduct_complaint follow_up retry_at",
            "words follow_up_reason",
            null),
    MONTH(
            "结算",
            Source.ofMonth(),
            """
            case_id state starts_at ends_at frozen_at due_at warning_seconds again_seconds clause warned_at missed_at told_at handed_over_at
            handed_over_by received_at received_by every_score_until""",
            "check_note receipt_note",
            null),
    MONTH_SLIPS(
            "月内维修单",
            Source.ofMonth(),
            "",
            "",
            new Part(
                    "month_slip",
                    "period",
                    "slip_number correction late rework rework_technician former@2 cost payer billed waived received",
                    "")),
    MONTH_PROMISES(
            "月内时限",
            Source.ofMonth(),
            "",
            "",
            new Part("month_promise", "period", "commitment correction missed technician clerk", "")),
    MONTH_OPEN(
            "月末未完的单",
            Source.ofMonth(),
            "",
            "",
            new Part("month_open", "period", "slip_number state repair_class technician", "")),
    MONTH_CAUSES(
            "月内原因",
            Source.ofMonth(),
            "",
            "",
            new Part(
                    "month_cause",
                    "period",
                    "id office building item_code item_name slips reworks signed_by signed_at",
                    "cause done")),
    MONTH_REPEATS(
            "月内反复报修",
            Source.ofMonth(),
            "",
            "",
            new Part(
                    "month_repeat",
                    "period",
                    "id kind office item_name in_month in_year places reworks latest",
                    "what")),
    CAUSE_MEASURE(
            "原因处置",
            new Source("cause_measure", "id", "period", "signed_at"),
            "office building item_code signed_at signed_by",
            "cause done",
            null),
    MONTH_PACK("工作簿", Source.ofMonth(), "", "", new Part("month_pack", "period", "part content", ""));

    static final int FORMAT = 3;

    /**
     * Left out: what only counts saves, and where the register has a slip, which is found anew for all slips at once when the register
     * changes. The place as somebody has written it is recorded.
     */
    static final Set<String> LEFT_OUT = Set.of(
            "slip.version",
            "slip.place_id",
            "slip.place_key",
            "slip.building",
            "commitment.version",
            "business_month.version");

    /**
     * A table.
     *
     * @param chain its column with the slip or month
     * @param when  its column that tells people which row is meant
     */
    record Source(String table, String key, String chain, String when) {

        static Source ofSlip(String table, String when) {
            return new Source(table, "id", "slip_number", when);
        }

        static Source ofMonth() {
            return new Source("business_month", "period", "period", "frozen_at");
        }
    }

    /**
     * A column.
     *
     * @param words whether people write in it
     * @param since the format from which on it is recorded
     */
    record Column(String name, boolean words, int since) {

        static Stream<Column> listed(String names, boolean words) {
            return Arrays.stream(names.split("\\s+"))
                    .filter(name -> !name.isEmpty())
                    .map(name -> name.split("@"))
                    .map(name -> new Column(name[0], words, name.length == 1 ? 1 : Integer.parseInt(name[1])));
        }
    }

    /** Rows of another table that belong to the row. */
    record Part(String table, String owner, List<Column> columns) {

        Part(String table, String owner, String plain, String words) {
            this(
                    table,
                    owner,
                    Stream.concat(Column.listed(plain, false), Column.listed(words, true))
                            .toList());
        }
    }

    private final String label;
    private final Source source;
    private final List<Column> columns;
    private final @Nullable Part part;

    Recorded(String label, Source source, String plain, String words, @Nullable Part part) {
        this.label = label;
        this.source = source;
        this.columns = Stream.concat(Column.listed(plain, false), Column.listed(words, true))
                .toList();
        this.part = part;
    }

    /** What is recorded where a row of that table is written; empty for any other table. */
    static Optional<Recorded> in(String table) {
        return Arrays.stream(values())
                .filter(one -> table.equals(one.onlyPart() ? one.partTable() : one.source.table()))
                .findFirst();
    }

    /** Whether it is all rows of a month together. */
    boolean onlyPart() {
        return columns.isEmpty();
    }

    private @Nullable String partTable() {
        return part == null ? null : part.table();
    }

    String label() {
        return label;
    }

    Source source() {
        return source;
    }

    List<Column> columns() {
        return columns;
    }

    Optional<Part> part() {
        return Optional.ofNullable(part);
    }

    boolean hasWords() {
        return Stream.concat(columns.stream(), part().stream().flatMap(of -> of.columns().stream()))
                .anyMatch(Column::words);
    }

    /** As the database takes a key of its rows. */
    Object key(String key) {
        return source.key().equals("id") ? (Object) Long.valueOf(key) : key;
    }
}
