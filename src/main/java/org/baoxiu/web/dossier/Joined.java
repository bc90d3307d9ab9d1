package org.baoxiu.web.dossier;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.baoxiu.slip.Slip;

/** The other slips about the same fault: which one goes on, and which ones have ended in this one. */
final class Joined {

    private Joined() {}

    /** Empty where the slip is the only one. */
    static List<Dossier.Link> of(Papers papers, Words words) {
        Stream<Dossier.Link> onward = Optional.ofNullable(papers.slip().ties().joinedTo())
                .map(number -> new Dossier.Link(number, "并入这张单办理"))
                .stream();
        return Stream.concat(
                        onward,
                        papers.joined().stream().map(slip -> new Dossier.Link(slip.number(), ended(slip, words))))
                .toList();
    }

    private static String ended(Slip slip, Words words) {
        return "并入本单：" + Words.time(slip.report().receivedAt()) + " 接报，"
                + words.written(slip.report().fault());
    }
}
