package org.baoxiu.web.dossier;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One thing that is known. */
record Fact(String name, String text) {

    /** Empty for what nobody has said. */
    static Optional<Fact> of(String name, String textOrNull) {
        return Optional.ofNullable(textOrNull).filter(text -> !text.isBlank()).map(text -> new Fact(name, text));
    }

    @SafeVarargs
    static List<Fact> known(Optional<Fact>... facts) {
        return Arrays.stream(facts).flatMap(Optional::stream).toList();
    }
}
