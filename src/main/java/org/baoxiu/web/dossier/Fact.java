package org.baoxiu.web.dossier;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One thing that is known. */
record Fact(String name, String text) {

    /** Empty for what nobody has said. */
    static Optional<Fact> of(String name, @Nullable String text) {
        return Optional.ofNullable(text).filter(said -> !said.isBlank()).map(said -> new Fact(name, said));
    }

    @SafeVarargs
    static List<Fact> known(Optional<Fact>... facts) {
        return Arrays.stream(facts).flatMap(Optional::stream).toList();
    }
}
