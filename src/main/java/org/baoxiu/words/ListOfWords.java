package org.baoxiu.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Several words in one text, with a comma or 、 between; or none.
 *
 * @param known words for what is only known when something happens, such as whoever had the work before; the program reads the variable
 */
record ListOfWords(Words words, Words known) implements Style {

    @Override
    public String inCodes(String cell) {
        boolean alone = Literals.only(cell).isPresent();
        return Literals.each(cell, text -> list(text, alone));
    }

    private String list(String text, boolean alone) {
        List<String> terms = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        for (String part : text.split("[,，、;；]", -1)) {
            String variable = known.code(part.strip());
            if (known.isCode(variable) && !variable.equals(part.strip())) {
                add(terms, codes);
                terms.add(variable);
            } else {
                codes.add(words.code(part.strip()));
            }
        }
        add(terms, codes);
        String sum = String.join(" + \",\" + ", terms);
        return terms.size() > 1 && !alone ? "(" + sum + ")" : sum;
    }

    private static void add(List<String> terms, List<String> codes) {
        if (!codes.isEmpty()) {
            terms.add(Literals.quoted(String.join(",", codes)));
            codes.clear();
        }
    }

    @Override
    public String said(String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .map(code -> words.isCode(code) ? words.word(code) : known.word(code))
                .collect(Collectors.joining("、"));
    }
}
