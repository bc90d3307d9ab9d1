package org.baoxiu.slip;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The repair catalogue as it is at this moment, for people who look for an item in it. */
public interface Catalogue {

    /** A danger that cannot wait until somebody has chosen an item, with the item that has its words. */
    record Danger(String name, String code) {}

    List<Danger> DANGERS = List.of(
            new Danger("燃气", "GA-01"),
            new Danger("跑水", "PL-09"),
            new Danger("用电", "EL-06"),
            new Danger("电梯困人", "LI-01"));

    /** All items in the order of the table. */
    List<Entry> entries();

    /**
     * One item.
     *
     * @param area        where alone it is found, or null
     * @param contractorOnly whether only an outside contractor may do it (Q3)
     * @param safetyWords what whoever reports it has to know at once, in one or two sentences; empty where there is no danger
     * @param synonyms    the words that people use for it, which stand on its label
     * @param heard       more of them, by which it is found in what somebody says; "…" stands for a few characters
     * @param qualification code of what whoever repairs it must hold (Q3)
     */
    record Entry(
            String code,
            String name,
            String category,
            @Nullable Area area,
            boolean forcedEntry,
            boolean contractorOnly,
            String safetyWords,
            List<String> synonyms,
            List<String> heard,
            String qualification) {

        /** For a clerk, whose select looks for what is typed in the label and nowhere else. */
        public String label() {
            return category + "　" + name + "（" + code + "）"
                    + (synonyms.isEmpty() ? "" : "　" + String.join("、", synonyms));
        }

        /** For an owner, who knows no codes. */
        public String plainLabel() {
            return name + (synonyms.isEmpty() ? "" : "（" + String.join("、", synonyms) + "）");
        }

        /** By which it is found in what somebody says; of a name that lists several things, none: its parts are places too, such as kitchen. */
        public List<String> words() {
            return Stream.of(synonyms, heard, name.contains("、") ? List.<String>of() : List.of(name))
                    .flatMap(List::stream)
                    .toList();
        }

        /** Whether it is offered before everything else. */
        public boolean danger() {
            return DANGERS.stream().anyMatch(danger -> danger.code().equals(code));
        }
    }

    /** What whoever waits for help in danger has to know; empty when somebody has come, and when there is no danger. */
    default List<String> safetyWords(Slip slip) {
        boolean waits = slip.visit().arrivedAt() == null && !slip.state().ended();
        return waits ? safetyWords(slip.diagnosis().itemCode(), slip.report().fault()) : List.of();
    }

    /** What to say at once in each of them, by its name; a table without the item says nothing. */
    default Map<String, String> dangers() {
        Map<String, String> dangers = new LinkedHashMap<>();
        DANGERS.forEach(danger -> find(danger.code())
                .map(Entry::safetyWords)
                .filter(words -> !words.isEmpty())
                .ifPresent(words -> dangers.put(danger.name(), words)));
        return dangers;
    }

    default Optional<Entry> find(@Nullable String code) {
        return entries().stream().filter(entry -> entry.code().equals(code)).findFirst();
    }

    /**
     * What to say at once about a fault: the words of its item, or else of the items that its description speaks of.
     *
     * @param codeOrNull the item, as far as it is known
     */
    default List<String> safetyWords(@Nullable String codeOrNull, String fault) {
        return find(codeOrNull)
                .map(Entry::safetyWords)
                .filter(words -> !words.isEmpty())
                .map(List::of)
                .orElseGet(() -> spokenOf(fault).stream()
                        .map(Entry::safetyWords)
                        .filter(words -> !words.isEmpty())
                        .distinct()
                        .toList());
    }

    /** The items that a text speaks of, dangers first, then by the longest word. */
    default List<Entry> spokenOf(String text) {
        return SpokenItems.in(text, entries());
    }
}
