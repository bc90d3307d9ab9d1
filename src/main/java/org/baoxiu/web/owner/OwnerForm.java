package org.baoxiu.web.owner;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Texts;
import org.baoxiu.slip.Signatory;
import org.baoxiu.slip.Wish;
import org.jspecify.annotations.Nullable;

/** What an owner has filled in; whatever is missing or not to be read is a {@link Rejection}. The steps check the rest. */
record OwnerForm(Map<String, String> values) {

    /** Of the page that the form is on. */
    String key() {
        return optional("key");
    }

    String optional(String name) {
        return Texts.lines(values.getOrDefault(name, ""));
    }

    /** Of at most {@code most} characters; nothing is cut. */
    String optional(String name, String label, int most) {
        String text = optional(name);
        if (text.length() > most) {
            throw Rejection.invalid("“" + label + "”最多 " + most + " 个字，现在有 " + text.length() + " 个，请缩短后重新提交。");
        }
        return text;
    }

    String text(String name, String label) {
        String text = optional(name);
        if (text.isEmpty()) {
            throw Rejection.invalid("请填写“" + label + "”。");
        }
        return text;
    }

    /** Several lines of at most {@code most} characters. */
    String text(String name, String label, int most) {
        text(name, label);
        return optional(name, label, most);
    }

    /** One line of at most {@code most} characters. */
    String line(String name, String label, int most) {
        return Texts.line(text(name, label, most));
    }

    boolean ticked(String name) {
        return values.containsKey(name);
    }

    /** A date and time as a browser sends it, in the office's local time. */
    Instant moment(String name, String label) {
        try {
            return LocalDateTime.parse(text(name, label))
                    .atZone(ZoneId.systemDefault())
                    .toInstant();
        } catch (DateTimeException e) {
            throw Rejection.invalid("“" + label + "”不是有效的日期和时间，请重新选择。");
        }
    }

    /** When the visit suits the owner (4.3.1.3); null when nothing was said. */
    @Nullable
    Wish wish() {
        String words = optional("convenient");
        return Wish.of(
                optional("wanted").isEmpty() ? null : moment("wanted", "希望上门的时间"), words.isEmpty() ? null : words);
    }

    /** A whole number that the page itself has put into its form. */
    long number(String name, String label) {
        try {
            return Long.parseLong(text(name, label));
        } catch (NumberFormatException e) {
            throw Rejection.invalid("“" + label + "”不正确，请重新选择。");
        }
    }

    Signatory signatory() {
        return new Signatory(line("name", "姓名", 50), ticked("deputy"));
    }
}
