package org.baoxiu.web.dossier;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.baoxiu.commitment.Commitment;
import org.baoxiu.commitment.CommitmentPause;
import org.baoxiu.commitment.PromiseWords;
import org.baoxiu.notification.Event;
import org.baoxiu.notification.Message;

/** What was promised, what came of it, and who was told (4.6, 5). */
final class Promises {

    private static final Map<Event, String> TOLD =
            Map.of(Event.CLOCK_WARNING, "提醒", Event.CLOCK_MISSED, "超时", Event.CLOCK_AGAIN, "仍超时");

    private Promises() {}

    static Table of(Papers papers, Words words) {
        List<Commitment> promises = papers.promises();
        return new Table(
                "promises",
                "时限",
                List.of("承诺", "条款", "由谁", "开始", "限时", "到期", "办结", "结果", "不计的时间", "告知"),
                promises.stream().map(promise -> line(promise, papers, words)).toList(),
                promises.isEmpty() ? null : PromiseChart.of(promises, papers.now()));
    }

    private static List<String> line(Commitment promise, Papers papers, Words words) {
        return List.of(
                promise.label(),
                promise.clause(),
                keeper(promise, words),
                Words.time(promise.startedAt()),
                PromiseWords.limit(promise),
                Words.time(promise.dueAt()),
                Words.time(promise.endedAt()),
                PromiseWords.outcome(promise, papers.now()),
                pauses(promise),
                told(promise, papers.messages(), words));
    }

    static String keeper(Commitment promise, Words words) {
        String person = words.name(promise.technician()) + words.name(promise.clerk());
        return promise.kind().keptBy().label() + (person.isEmpty() ? "" : "（" + person + "）");
    }

    static List<CommitmentPause> inOrder(Commitment promise) {
        return promise.pauses().stream()
                .sorted(Comparator.comparing(CommitmentPause::pausedFrom))
                .toList();
    }

    private static String pauses(Commitment promise) {
        return inOrder(promise).stream()
                .map(pause -> Words.time(pause.pausedFrom()) + " 至 "
                        + (pause.pausedUntil() == null ? "现在" : Words.time(pause.pausedUntil())) + "：" + pause.reason())
                .collect(Collectors.joining("；"));
    }

    /** The messages about this very promise, by what they said and when. */
    private static String told(Commitment promise, List<Message> messages, Words words) {
        Map<String, List<Message>> byOccasion = messages.stream()
                .filter(message -> TOLD.containsKey(message.event())
                        && message.eventKey().startsWith("clock-" + promise.id() + "-"))
                .collect(Collectors.groupingBy(
                        message -> TOLD.get(message.event()) + " " + Words.time(message.createdAt()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byOccasion.entrySet().stream()
                .map(told -> told.getKey() + " "
                        + told.getValue().stream()
                                .map(message -> Told.recipient(message, words))
                                .distinct()
                                .collect(Collectors.joining("、")))
                .collect(Collectors.joining("；"));
    }
}
