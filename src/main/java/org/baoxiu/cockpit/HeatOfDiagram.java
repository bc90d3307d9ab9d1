package org.baoxiu.cockpit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.baoxiu.audit.Heat;
import org.baoxiu.audit.HeatFilter;
import org.baoxiu.shared.TimeText;
import org.springframework.stereotype.Component;

/** What Cockpit colours in the diagram of a definition; the page 时限热图 has the filters and the table. */
@Component
class HeatOfDiagram {

    private static final Duration PERIOD = Duration.ofDays(30);

    private final Heat heat;
    private final Clock clock;

    HeatOfDiagram(Heat heat, Clock clock) {
        this.heat = heat;
        this.clock = clock;
    }

    /** @param level as the style sheet names it */
    record Mark(String element, String level, String text) {}

    List<Mark> now() {
        Instant now = clock.instant();
        return heat
                .figures(new HeatFilter(now.minus(PERIOD), now.plusSeconds(1), List.of(), null, null, null))
                .values()
                .stream()
                .sorted(Comparator.comparing(Heat.Figure::element))
                .map(HeatOfDiagram::mark)
                .toList();
    }

    private static Mark mark(Heat.Figure figure) {
        Long heat = figure.heat();
        return new Mark(
                figure.element(),
                figure.level().name().toLowerCase(Locale.ROOT),
                "九成 " + TimeText.of(figure.p90()) + (heat == null ? "" : "，限时的 " + Math.round(heat / 10.0) + "%"));
    }
}
