package org.baoxiu.web.dossier;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.Ties;
import org.jspecify.annotations.Nullable;

/** The other slips that this one was joined with or split from. */
final class Kin {

    private Kin() {}

    /** Empty where the slip is the only one. */
    static List<Dossier.Link> of(Papers papers, Words words) {
        Ties ties = papers.slip().ties();
        return Stream.of(
                        link(ties.joinedTo(), "并入这张单办理"),
                        papers.joined().stream().map(slip -> link(slip, "并入本单：", words)),
                        link(ties.splitFrom(), "本单由这张单拆出"),
                        papers.split().stream().map(slip -> link(slip, "由本单拆出：", words)))
                .flatMap(links -> links)
                .toList();
    }

    private static Stream<Dossier.Link> link(@Nullable String number, String what) {
        return Optional.ofNullable(number).map(known -> new Dossier.Link(known, what)).stream();
    }

    private static Dossier.Link link(Slip slip, String what, Words words) {
        return new Dossier.Link(
                slip.number(),
                what + Words.time(slip.report().receivedAt()) + " 接报，"
                        + words.written(slip.report().fault()));
    }
}
