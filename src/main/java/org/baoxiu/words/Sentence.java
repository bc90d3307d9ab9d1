package org.baoxiu.words;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A sentence with names in braces, 维修单 {单号} 已修好. What stands in brackets is left out where one of its names has nothing to say,
 * 业主催办[：{原因}]; behind a bar stands what is said then, [{时间} |马上]上门. A name with a question mark is asked and not said:
 * [{计划停用？}停用通知|公共故障]. Anything but one text is an expression and stays as it is.
 */
record Sentence(Words names) implements Style {

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z]\\w*");
    private static final Pattern ASKED = Pattern.compile("\\s*[?？]$");

    /** What makes no sense stays as it is, with its braces. */
    @Override
    public String inCodes(String cell) {
        return Literals.only(cell)
                .filter(text -> text.contains("{") && isBalanced(text))
                .map(text -> new Reading(text).part(""))
                .filter(part -> part.asked.isEmpty())
                .map(Part::expression)
                .orElse(cell);
    }

    private static boolean isBalanced(String text) {
        int open = 0;
        for (int at = 0; at < text.length() && open >= 0; at++) {
            open += text.charAt(at) == '[' ? 1 : text.charAt(at) == ']' ? -1 : 0;
        }
        return open == 0;
    }

    /** None for what is no name: it is said, with its braces. */
    private @Nullable String variable(String name) {
        String variable = names.code(name);
        return VARIABLE.matcher(variable).matches() ? variable : null;
    }

    /** A sentence, or what stands between brackets and bars. */
    private static final class Part {

        private final List<String> terms = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private final Set<String> said = new LinkedHashSet<>();
        private final Set<String> asked = new LinkedHashSet<>();

        void add(String term) {
            if (!text.isEmpty()) {
                terms.add(Literals.quoted(text.toString()));
                text.setLength(0);
            }
            terms.add(term);
        }

        Set<String> conditions() {
            return asked.isEmpty() ? said : asked;
        }

        String expression() {
            List<String> all = new ArrayList<>(terms);
            if (!text.isEmpty() || all.isEmpty()) {
                all.add(Literals.quoted(text.toString()));
            }
            return String.join(" + ", all);
        }
    }

    /** From left to right, once. */
    private final class Reading {

        private final String text;
        private int at;

        Reading(String text) {
            this.text = text;
        }

        /** @param ends signs before which it stops; it stops at the end of the text anyway */
        Part part(String ends) {
            Part part = new Part();
            while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
                switch (text.charAt(at)) {
                    case '[' -> choice(part);
                    case '{' -> name(part);
                    default -> part.text.append(text.charAt(at++));
                }
            }
            return part;
        }

        private void choice(Part part) {
            int start = at++;
            Part full = part("|]");
            Part otherwise = new Part();
            if (text.charAt(at) == '|') {
                at++;
                otherwise = part("]");
            }
            at++;
            if (full.conditions().isEmpty()) {
                part.text.append(text, start, at);
                return;
            }
            String missing = full.conditions().stream()
                    .map(variable -> variable + " = null or " + variable + " = \"\"")
                    .collect(Collectors.joining(" or "));
            part.add("(if " + missing + " then " + otherwise.expression() + " else " + full.expression() + ")");
        }

        private void name(Part part) {
            int end = text.indexOf('}', at);
            String inside = end < 0 ? "" : text.substring(at + 1, end).strip();
            String name = ASKED.matcher(inside).replaceFirst("");
            String variable = variable(name);
            if (variable == null) {
                part.text.append(text.charAt(at++));
                return;
            }
            at = end + 1;
            if (name.equals(inside)) {
                part.add(variable);
                part.said.add(variable);
            } else {
                part.asked.add(variable);
            }
        }
    }
}
