package org.baoxiu.web.lists;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Texts;
import org.baoxiu.shared.TypedTime;
import org.baoxiu.shared.TypedTime.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * The words of an address that asks for a list, such as {@code state=working&technician=tech1}: read with a sentence for what nobody
 * can read, and written again. The same list has the same address, whoever asks for it.
 */
final class TypedList {

    private final MultiValueMap<String, String> words;

    TypedList(MultiValueMap<String, String> words) {
        this.words = words;
    }

    /** Without blanks; empty for nothing. */
    Optional<String> text(String name) {
        return Optional.ofNullable(words.getFirst(name)).map(Texts::line).filter(text -> !text.isEmpty());
    }

    <E extends Enum<E>> Optional<E> choice(String name, String label, Class<E> values) {
        return text(name).map(typed -> value(typed, label, values));
    }

    <E extends Enum<E>> List<E> choices(String name, String label, Class<E> values) {
        List<E> chosen = new ArrayList<>();
        for (String typed : words.getOrDefault(name, List.of())) {
            if (!Texts.isBlank(typed)) {
                chosen.add(value(typed, label, values));
            }
        }
        return chosen.stream().distinct().sorted().toList();
    }

    private static <E extends Enum<E>> E value(String typed, String label, Class<E> values) {
        try {
            return Enum.valueOf(values, typed.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw Rejection.invalid("“" + typed + "”不是可选的“" + label + "”，请从列出的选项中选择。");
        }
    }

    Optional<Integer> number(String name, String label, int most) {
        return text(name).map(typed -> {
            if (!typed.matches("\\d{1,6}") || Integer.parseInt(typed) < 1 || Integer.parseInt(typed) > most) {
                throw Rejection.invalid("“" + label + "”要写 1 到 " + most + " 之间的整数，请改正。");
            }
            return Integer.valueOf(typed);
        });
    }

    Optional<LocalDate> day(String name, String label, LocalDate today) {
        return text(name).map(typed -> TypedTime.day(typed, Side.PAST, today)
                .orElseThrow(() -> Rejection.invalid("“" + label + "”看不懂，请写成 2026-11-30 或 11-30 这样的日期。")));
    }

    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Collects the words of an address, in the order in which they are said. */
    static final class Writer {

        private final MultiValueMap<String, String> words = new LinkedMultiValueMap<>();

        Writer say(String name, @Nullable Object valueOrNull) {
            if (valueOrNull != null) {
                words.add(name, valueOrNull instanceof Enum<?> code ? code(code) : valueOrNull.toString());
            }
            return this;
        }

        Writer say(String name, List<? extends Enum<?>> values) {
            values.forEach(value -> say(name, value));
            return this;
        }

        String text() {
            return words.entrySet().stream()
                    .flatMap(word -> word.getValue().stream()
                            .map(value -> word.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                    .collect(Collectors.joining("&"));
        }
    }
}
