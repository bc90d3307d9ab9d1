package org.baoxiu.models;

import java.math.BigDecimal;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.baoxiu.shared.DayOfMonthText;
import org.baoxiu.shared.DurationText;

/** What the answers in a column of a decision table are, whatever the engine would make of them. */
enum Kind {
    YES_NO("true 或 false", value -> value instanceof Boolean),
    WHOLE(
            "不小于 0 的整数，不带引号，例如 4",
            value -> isNumber(value) && decimal(value).stripTrailingZeros().scale() <= 0),
    PERCENT(
            "0 到 100 的整数，不带引号",
            value -> isNumber(value)
                    && decimal(value).stripTrailingZeros().scale() <= 0
                    && decimal(value).compareTo(BigDecimal.valueOf(100)) <= 0),
    /** The program has it in fen; people write yuan, in tables of former releases fen. */
    MONEY(
            "不小于 0 的金额，单位是元，最多两位小数，不带引号，例如 45 或 45.50",
            value -> isNumber(value) && decimal(value).stripTrailingZeros().scale() <= 0),
    HOURS("小时数，不带引号，例如 1.5", Kind::isNumber),
    /** A promise's time, or the day of a month until which it runs. */
    LIMIT(
            "加引号的时间，例如 \"15 分钟\"、\"2 小时\"、\"2 天\"、\"每月 25 日\"（不晚于 28 日）",
            value -> isDuration(value)
                    || value instanceof String day && DayOfMonthText.parse(day).isPresent()),
    PERIOD("加引号的时间，例如 \"1 小时\"、\"2 天\"", Kind::isPeriod),
    PERIOD_OR_NONE(
            "加引号的时间，例如 \"5 分钟\"；没有的写 \"\"",
            value -> value instanceof String text && (text.isBlank() || isPeriod(value))),
    TEXT("加引号的文字", value -> value instanceof String),
    WORDS("加引号的文字，不能是空的", value -> value instanceof String text && !text.isBlank()),
    /** A name in braces that there is not stays in the sentence. */
    SENTENCE(
            "加引号的句子，数据写在大括号里，例如 \"维修单 {单号} 已修好。\"",
            value -> value instanceof String text && !text.isBlank() && !text.contains("{")),
    /** One of the words that the program knows. */
    CODE("程序认识的词，加引号", value -> value instanceof String text && !text.isBlank()),
    /** Several of them with commas between, or none. */
    CODES("程序认识的词，加引号，几个之间用顿号或逗号", value -> value instanceof String);

    /** Before a login name, among groups. */
    private static final String A_PERSON = "login:";

    private static final Map<String, Map<String, Kind>> COLUMNS = Map.of(
            "serviceCommitments",
            Map.of(
                    "limit",
                    LIMIT,
                    "warning",
                    PERIOD_OR_NONE,
                    "again",
                    PERIOD_OR_NONE,
                    "serviceHours",
                    YES_NO,
                    "clause",
                    WORDS),
            "escalation",
            Map.of("told", CODES, "toldLabel", WORDS, "task", YES_NO, "actions", CODES),
            "notification",
            Map.of("channels", CODES, "expiry", PERIOD, "subject", SENTENCE, "text", SENTENCE),
            "notificationRecipients",
            Map.of("recipients", CODES),
            "repairCatalogue",
            Map.ofEntries(
                    Map.entry("itemName", WORDS),
                    Map.entry("category", WORDS),
                    Map.entry("qualification", CODE),
                    Map.entry("standardHours", HOURS),
                    Map.entry("labourPriceFen", MONEY),
                    Map.entry("inPriceList", YES_NO),
                    Map.entry("emergencyByNature", YES_NO),
                    Map.entry("tools", TEXT),
                    Map.entry("materials", TEXT),
                    Map.entry("area", CODE),
                    Map.entry("forcedEntry", YES_NO),
                    Map.entry("contractorOnly", YES_NO),
                    Map.entry("safetyWords", TEXT),
                    Map.entry("synonyms", TEXT)),
            "repairClassification",
            Map.of("repairClass", CODE, "responsibleRole", CODE, "reason", WORDS, "clause", WORDS),
            "repeatCounting",
            Map.of("counts", YES_NO, "why", TEXT),
            "repairFee",
            Map.of(
                    "payer", CODE,
                    "payerLabel", WORDS,
                    "ownerSharePercent", PERCENT,
                    "serviceChargeFen", MONEY,
                    "minimumChargeFen", MONEY,
                    "reason", WORDS),
            "satisfactionFollowUp",
            Map.of("followUp", CODE, "retryAfterHours", WHOLE, "reason", WORDS));

    /** Columns that only tables of this release, or only those of former ones, have: without them nothing is said, or the word itself. */
    private static final Map<String, Set<String>> OPTIONAL = Map.of(
            "repairCatalogue",
            Set.of("area", "forcedEntry", "contractorOnly", "safetyWords", "synonyms"),
            "escalation",
            Set.of("toldLabel"),
            "repairFee",
            Set.of("payerLabel"));

    private final String right;
    private final Predicate<Object> fits;

    Kind(String right, Predicate<Object> fits) {
        this.right = right;
        this.fits = fits;
    }

    /** By the columns' names; empty for a decision that the program does not ask. */
    static Map<String, Kind> of(String decision) {
        return COLUMNS.getOrDefault(decision, Map.of());
    }

    static boolean optional(String decision, String column) {
        return OPTIONAL.getOrDefault(decision, Set.of()).contains(column);
    }

    /** @param written name of the column: with fen in it, it is one of a former release */
    String right(String written) {
        return this == MONEY && written.endsWith("Fen") ? "不小于 0 的整数，单位是分，不带引号，例如 4500" : right;
    }

    /** @param words that the program knows in this column */
    boolean fits(Object value, Collection<String> words) {
        return fits.test(value)
                && switch (this) {
                    case CODE -> words.contains(value);
                    case CODES ->
                        parts((String) value).stream()
                                .allMatch(part -> words.contains(part) || part.startsWith(A_PERSON));
                    default -> true;
                };
    }

    /** The words of an answer. */
    static List<String> parts(String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static boolean isNumber(Object value) {
        return value instanceof Number && decimal(value).signum() >= 0;
    }

    private static BigDecimal decimal(Object value) {
        return new BigDecimal(value.toString());
    }

    /** None that is over at once: a timer that is set again after it would never rest. */
    private static boolean isPeriod(Object value) {
        return isDuration(value) && DurationText.parse((String) value).toSeconds() > 0;
    }

    private static boolean isDuration(Object value) {
        try {
            return value instanceof String text && !DurationText.parse(text).isNegative();
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
