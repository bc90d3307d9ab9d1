package org.baoxiu.cockpit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baoxiu.audit.ElementKinds;
import org.baoxiu.audit.ElementPromises;
import org.baoxiu.cockpit.Reader.Colleagues;
import org.baoxiu.commitment.Commitment;
import org.baoxiu.commitment.Commitments;
import org.baoxiu.commitment.PromiseWords;
import org.baoxiu.shared.Names;
import org.baoxiu.shared.TimeText;
import org.baoxiu.shared.Times;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What happened in a case, step by step, and which of its promises each step had to keep (4.6, 5). What is told of one case also tells
 * of those that it called.
 */
@Component
class CaseHistory {

    private final HistoryService history;
    private final Commitments commitments;
    private final ElementPromises promised;
    private final Names names;
    private final Clock clock;

    CaseHistory(HistoryService history, Commitments commitments, ElementPromises promises, Names names, Clock clock) {
        this.history = history;
        this.commitments = commitments;
        this.promised = promises;
        this.names = names;
        this.clock = clock;
    }

    /** @param cases the case and those that it called */
    Sheet steps(List<String> cases, @Nullable String slipNumber) {
        List<HistoricActivityInstance> steps = cases.stream()
                .flatMap(one -> history.createHistoricActivityInstanceQuery().processInstanceId(one).list().stream())
                .filter(step -> !ElementKinds.turns(step.getActivityType()))
                .sorted(Comparator.comparing(HistoricActivityInstance::getStartTime)
                        .thenComparing(
                                step -> step.getEndTime() == null ? new Date(Long.MAX_VALUE) : step.getEndTime()))
                .toList();
        Colleagues colleagues = new Colleagues(
                names,
                steps.stream()
                        .map(HistoricActivityInstance::getAssignee)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        List<Commitment> promises = promises(slipNumber);
        Instant now = clock.instant();
        return Sheet.of(
                "按时间先后。一个步骤里的任务排在步骤之后；“承诺”是这一环节要守的时限，一个时限可以管几个环节。",
                List.of("环节", "种类", "办理人", "开始", "结束", "用时", "承诺", "条款", "结果"),
                steps.stream().map(step -> line(step, colleagues, promises, now)));
    }

    private Sheet.Line line(
            HistoricActivityInstance step, Colleagues colleagues, List<Commitment> promises, Instant now) {
        Instant started = step.getStartTime().toInstant();
        Date end = step.getEndTime();
        Instant ended = end == null ? null : end.toInstant();
        Optional<Commitment> promise = promised.during(step.getActivityId(), promises, started, ended);
        return Sheet.Line.marked(
                mark(step, promise, now),
                step.getActivityName() == null ? step.getActivityId() : step.getActivityName(),
                ElementKinds.label(step.getActivityType()) + (step.isCanceled() ? "，中止" : ""),
                colleagues.name(step.getAssignee()),
                Times.minute(started),
                ended == null ? "还在办理" : Times.minute(ended),
                TimeText.of(Duration.between(started, ended == null ? now : ended)),
                promise.map(one -> one.label() + "，限 " + PromiseWords.limit(one))
                        .orElse(""),
                promise.map(Commitment::clause).orElse(""),
                promise.map(one -> PromiseWords.outcome(one, now)).orElse(""));
    }

    private static String mark(HistoricActivityInstance step, Optional<Commitment> promise, Instant now) {
        if (promise.filter(one -> one.missedBy(now) && !one.withdrawn()).isPresent()) {
            return "missed";
        }
        return step.getEndTime() == null ? "open" : "";
    }

    Sheet promises(@Nullable String slipNumber, Reader reader) {
        List<Commitment> promises = promises(slipNumber);
        Colleagues colleagues = new Colleagues(
                names,
                promises.stream()
                        .flatMap(promise -> Stream.of(promise.technician(), promise.clerk()))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        Instant now = clock.instant();
        return Sheet.of(
                "每一个时限承诺：从什么时候起、限多久、结果怎样。谁被告知、怎样处理，看维修单全貌。",
                List.of("承诺", "条款", "由谁", "开始", "限时", "到期", "办结", "结果", "不计的时间"),
                promises.stream()
                        .map(promise -> Sheet.Line.marked(
                                promise.missedBy(now) && !promise.withdrawn()
                                        ? "missed"
                                        : promise.ended() ? "" : "open",
                                promise.label(),
                                promise.clause(),
                                keeper(promise, colleagues),
                                Times.minute(promise.startedAt()),
                                PromiseWords.limit(promise),
                                Times.minute(promise.dueAt()),
                                promise.endedAt() == null ? "" : Times.minute(promise.endedAt()),
                                PromiseWords.outcome(promise, now),
                                reader.written(pauses(promise)))));
    }

    private static String keeper(Commitment promise, Colleagues colleagues) {
        String person = colleagues.name(promise.technician()) + colleagues.name(promise.clerk());
        return promise.kind().keptBy().label() + (person.isEmpty() ? "" : "（" + person + "）");
    }

    private static String pauses(Commitment promise) {
        return promise.pauses().stream()
                .sorted(Comparator.comparing(pause -> pause.pausedFrom()))
                .map(pause -> Times.minute(pause.pausedFrom()) + " 至 "
                        + (pause.pausedUntil() == null ? "现在" : Times.minute(pause.pausedUntil())) + "："
                        + pause.reason())
                .collect(Collectors.joining("；"));
    }

    private List<Commitment> promises(@Nullable String slipNumber) {
        return slipNumber == null ? List.of() : commitments.of(slipNumber);
    }

    /** The case itself, and all that it called, directly or not. */
    List<String> withCalled(String instance) {
        List<String> all = new ArrayList<>(List.of(instance));
        for (int at = 0; at < all.size(); at++) {
            history.createHistoricProcessInstanceQuery().superProcessInstanceId(all.get(at)).list().stream()
                    .forEach(called -> all.add(called.getId()));
        }
        return all;
    }
}
