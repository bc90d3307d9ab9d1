package org.baoxiu.slip;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The repair catalogue as it is at this moment, for people who look for an item in it. */
public interface Catalogue {

  /** All items in the order of the table. */
  List<Entry> entries();

  /**
   * One item.
   *
   * @param area        where alone it is found, or null
   * @param safetyWords what whoever reports it has to know at once, in one or two sentences; empty where there is no danger
   * @param synonyms    the words that people use for it
   * @param qualification code of what a technician must hold (Q3)
   */
  record Entry(String code, String name, String category, Area area, boolean forcedEntry, String safetyWords,
               List<String> synonyms, String qualification) {

    /** For a clerk, whose select looks for what is typed in the label and nowhere else. */
    public String label() {
      return category + "　" + name + "（" + code + "）" + (synonyms.isEmpty() ? "" : "　" + String.join("、", synonyms));
    }

    /** For an owner, who knows no codes. */
    public String plainLabel() {
      return name + (synonyms.isEmpty() ? "" : "（" + String.join("、", synonyms) + "）");
    }
  }

  /** What whoever waits for help in danger has to know; empty when somebody has come, and when there is no danger. */
  default List<String> safetyWords(Slip slip) {
    boolean waits = slip.arrivedAt() == null && !slip.state().ended();
    return waits ? safetyWords(slip.itemCode(), slip.report().fault()) : List.of();
  }

  default Optional<Entry> find(String code) {
    return entries().stream().filter(entry -> entry.code().equals(code)).findFirst();
  }

  /**
   * What to say at once about a fault: the words of its item, or else of the items that its description speaks of.
   *
   * @param codeOrNull the item, as far as it is known
   */
  default List<String> safetyWords(String codeOrNull, String fault) {
    return find(codeOrNull).map(Entry::safetyWords).filter(words -> !words.isEmpty()).map(List::of)
        .orElseGet(() -> spokenOf(fault).stream().map(Entry::safetyWords).filter(words -> !words.isEmpty()).distinct().toList());
  }

  /** The items one of whose words stands in a text; of words within each other, such as those of gas and gas stove, the longer. */
  private List<Entry> spokenOf(String text) {
    List<String> spoken = entries().stream().flatMap(Catalogue::words).filter(text::contains).toList();
    return entries().stream().filter(entry -> words(entry).anyMatch(word -> spoken.contains(word)
        && spoken.stream().noneMatch(other -> !other.equals(word) && other.contains(word)))).toList();
  }

  private static Stream<String> words(Entry entry) {
    return Stream.concat(entry.synonyms().stream(), Stream.of(entry.name().split("、")));
  }
}
