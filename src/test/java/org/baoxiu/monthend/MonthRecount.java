package org.baoxiu.monthend;

import static java.util.stream.Collectors.groupingBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.baoxiu.monthend.SlipFacts.Clock;
import org.baoxiu.monthend.report.Rate;

/**
 * The figures of a month counted anew in plain Java, from all slips that the office has ever had.
 *
 * @param asOf what was due later and not kept by then does not count yet
 */
record MonthRecount(List<SlipFacts> all, YearMonth month, LocalDateTime asOf) {

    /** A promise with its slip. */
    record Promise(SlipFacts slip, Clock clock) {}

    private LocalDateTime from() {
        return month.atDay(1).atStartOfDay();
    }

    private LocalDateTime until() {
        return month.plusMonths(1).atDay(1).atStartOfDay();
    }

    private boolean within(LocalDateTime time) {
        return time != null && !time.isBefore(from()) && time.isBefore(until());
    }

    private List<SlipFacts> slips(Predicate<SlipFacts> which) {
        return all.stream().filter(which).toList();
    }

    private boolean openAt(SlipFacts slip, LocalDateTime time) {
        return slip.receivedAt().isBefore(time)
                && (slip.closedAt() == null || !slip.closedAt().isBefore(time));
    }

    List<SlipFacts> carried() {
        return slips(slip -> openAt(slip, from()));
    }

    List<SlipFacts> received() {
        return slips(slip -> within(slip.receivedAt()));
    }

    List<SlipFacts> ended() {
        return slips(slip -> within(slip.closedAt()));
    }

    List<SlipFacts> open() {
        return slips(slip -> openAt(slip, until()));
    }

    List<Promise> promises() {
        return all.stream()
                .flatMap(slip -> slip.clocks().stream().map(clock -> new Promise(slip, clock)))
                .filter(one -> !one.clock().withdrawn()
                        && within(one.clock().dueAt())
                        && (one.clock().endedAt() != null
                                || !one.clock().dueAt().isAfter(asOf)))
                .toList();
    }

    Rate kept(Predicate<Promise> which) {
        List<Promise> promises = promises().stream().filter(which).toList();
        return new Rate(promises.stream().filter(one -> !one.clock().missed()).count(), promises.size());
    }

    /** By what a promise is counted, in no order; those without it are left out. */
    Map<String, Rate> keptBy(Function<Promise, String> by) {
        Map<String, Rate> kept = new LinkedHashMap<>();
        promises().stream()
                .filter(one -> by.apply(one) != null)
                .collect(groupingBy(by))
                .forEach((key, own) -> kept.put(
                        key,
                        new Rate(
                                own.stream()
                                        .filter(one -> !one.clock().missed())
                                        .count(),
                                own.size())));
        return kept;
    }

    BigDecimal averageScore(List<SlipFacts> slips) {
        List<Integer> scores = slips.stream()
                .flatMap(slip -> slip.scored().stream())
                .map(SlipFacts.Call::score)
                .toList();
        return scores.isEmpty()
                ? null
                : BigDecimal.valueOf(scores.stream().mapToInt(score -> score).sum())
                        .divide(BigDecimal.valueOf(scores.size()), 2, RoundingMode.HALF_UP);
    }

    /** The lines of the overview that it can tell, as the page has them. */
    Map<String, Object> overview() {
        Map<String, Object> lines = new LinkedHashMap<>();
        lines.put("上月转入", carried().size() + " 张");
        lines.put("接报", received().size() + " 张");
        lines.put("维修单", ended().size() + " 张");
        lines.put("其中取消", ended().stream().filter(SlipFacts::cancelled).count() + " 张");
        lines.put("未结", open().size() + " 张");
        lines.put(
                "及时的维修单", new Rate(ended().stream().filter(slip -> !slip.late()).count(), ended().size()));
        lines.put("按时做到的承诺", kept(one -> true));
        lines.put("暂缓维修的兑现率", kept(one -> one.clock().kind().name().equals("PROMISED_TIME")));
        lines.put(
                "回访联系率",
                new Rate(
                        ended().stream()
                                .filter(slip -> slip.scored().isPresent())
                                .count(),
                        ended().stream().filter(slip -> !slip.calls().isEmpty()).count()));
        BigDecimal score = averageScore(ended());
        lines.put("满意度平均分", score == null ? "—" : score + " 分");
        return lines;
    }
}
