package org.baoxiu.web.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One topic of the dossier.
 *
 * @param id    names its place on the page
 * @param chart drawn above the lines
 */
record Table(String id, String title, List<String> headings, List<List<String>> lines, @Nullable PromiseChart chart) {

    static Table of(String id, String title, List<String> headings, List<List<String>> lines) {
        return new Table(id, title, headings, lines, null);
    }

    /** A table of names and what stands beside them. */
    static Table of(String id, String title, List<Fact> facts) {
        return of(
                id,
                title,
                List.of(),
                facts.stream().map(fact -> List.of(fact.name(), fact.text())).toList());
    }
}
