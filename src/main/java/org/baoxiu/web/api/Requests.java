package org.baoxiu.web.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Telephones;
import org.baoxiu.shared.Texts;
import org.baoxiu.slip.Area;
import org.baoxiu.slip.Channel;
import org.baoxiu.slip.Report;
import org.baoxiu.slip.Signatory;
import org.baoxiu.slip.Wish;
import org.jspecify.annotations.Nullable;

/** What a client sends, as its JSON has it. Whatever is missing is a {@link Rejection}; the steps check the rest. */
final class Requests {

    private Requests() {}

    /**
     * @param wantedAt       when the owner wants the visit, with its offset; null for as soon as possible (4.3.1.3)
     * @param convenientTime what the owner says about that in words, or null
     * @param another        whether it is another fault than the one that is open at the same place
     */
    record NewRepair(
            @Nullable String office,
            @Nullable Area area,
            @Nullable String place,
            @Nullable String fault,
            @Nullable String wantedAt,
            @Nullable String convenientTime,
            @Nullable String name,
            @Nullable String phone,
            boolean another) {

        @Nullable
        Wish wish() {
            String words = convenientTime == null ? "" : convenientTime.strip();
            return Wish.of(wantedAt == null ? null : moment(wantedAt), words.isEmpty() ? null : words);
        }

        private static Instant moment(String text) {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException e) {
                throw Rejection.invalid("字段 wantedAt（希望上门的时间）要写成带时区的时间，例如 2026-12-01T19:00:00+08:00。");
            }
        }

        Report report(Instant now) {
            return new Report(
                    line(office, "office", "管理处"),
                    Channel.API,
                    area == null ? Area.INSIDE : area,
                    line(name, "name", "报修人"),
                    Telephones.checked("联系电话", line(phone, "phone", "联系电话")),
                    line(place, "place", "地点"),
                    text(fault, "fault", "故障情况"),
                    now);
        }
    }

    /** What the owner says, in the owner's words. */
    record Words(@Nullable String words) {

        String need() {
            return text(words, "words", "业主的话");
        }
    }

    /** @param quote that the owner wants to agree to */
    record CodeFor(@Nullable Long quote) {

        long seen() {
            return required(quote, "quote", "业主看过的报价");
        }
    }

    /** @param code that the owner has got by text message, null without one */
    record Consent(
            @Nullable Decision decision,
            @Nullable Long quote,
            @Nullable String name,
            boolean deputy,
            boolean noiseConsent,
            @Nullable String code,
            @Nullable String words) {

        enum Decision {
            AGREED,
            ANOTHER_QUOTE,
            REFUSED
        }

        Decision need() {
            return required(decision, "decision", "业主的决定");
        }

        long seen() {
            return required(quote, "quote", "业主看过的报价");
        }

        Signatory signatory() {
            return new Signatory(line(name, "name", "同意人"), deputy);
        }

        String given() {
            return code == null ? "" : code;
        }

        String reason() {
            return text(words, "words", "原因");
        }
    }

    record Acceptance(
            @Nullable Decision decision,
            @Nullable Integer round,
            @Nullable String name,
            boolean deputy,
            boolean functionRestored,
            boolean siteCleared,
            @Nullable String signature,
            @Nullable String words) {

        enum Decision {
            ACCEPTED,
            REJECTED
        }

        Decision need() {
            return required(decision, "decision", "业主的决定");
        }

        int seen() {
            return required(round, "round", "业主看过的维修结果");
        }

        Signatory signatory() {
            return new Signatory(line(name, "name", "签字人"), deputy);
        }

        byte[] drawn() {
            try {
                return Base64.getDecoder().decode(required(signature, "signature", "签字"));
            } catch (IllegalArgumentException e) {
                throw Rejection.invalid("字段 signature（签字）要填 PNG 图片的 Base64。");
            }
        }

        String reason() {
            return text(words, "words", "不合格的原因");
        }
    }

    /** A text that is printed in one line. */
    private static String line(@Nullable String value, String field, String label) {
        String given = required(value, field, label);
        if (given.chars().anyMatch(Character::isISOControl)) {
            throw Rejection.invalid("字段 " + field + "（" + label + "）只能有一行，不能有换行等控制字符。");
        }
        return Texts.line(given);
    }

    /** Several lines. */
    private static String text(@Nullable String value, String field, String label) {
        return Texts.lines(required(value, field, label));
    }

    private static <T> T required(@Nullable T value, String field, String label) {
        if (value == null || value instanceof String text && Texts.isBlank(text)) {
            throw Rejection.invalid("缺少字段 " + field + "（" + label + "）。");
        }
        return value;
    }
}
