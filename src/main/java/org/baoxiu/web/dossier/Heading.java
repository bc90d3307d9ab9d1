package org.baoxiu.web.dossier;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baoxiu.slip.Accident;
import org.baoxiu.slip.Classification;
import org.baoxiu.slip.Report;
import org.baoxiu.slip.Slip;
import org.jspecify.annotations.Nullable;

/** What a slip is about, and what people wrote down on the way. */
final class Heading {

    private Heading() {}

    static List<Fact> facts(Slip slip, Words words) {
        Report report = slip.report();
        return Fact.known(
                Fact.of("类别", repairClass(slip)),
                Fact.of("项目", slip.item() == null ? null : slip.item().name()),
                Fact.of(
                        "地点",
                        report.office() + " " + words.written(report.place()) + "（"
                                + report.area().label() + "）"),
                Fact.of("报修人", report.reporterName()),
                Fact.of("电话", words.telephone(report.reporterPhone())),
                Fact.of("渠道", report.channel().label()),
                Fact.of("收到", Words.time(report.receivedAt())),
                Fact.of("希望上门", Words.time(slip.intake().wantedAt())),
                Fact.of("约定上门", Words.time(slip.visit().appointmentAt())),
                Fact.of("约定修好", slip.schedule().completion().map(Words::time).orElse(null)),
                Fact.of(
                        "催办和投诉",
                        slip.severity().repeatCount() == 0
                                ? null
                                : slip.severity().repeatCount() + " 次"),
                Fact.of("结束", Words.time(slip.closedAt())));
    }

    private static String repairClass(Slip slip) {
        String label = slip.repairClass() == null ? "未界定" : slip.repairClass().label();
        return Stream.of(
                        label,
                        slip.intake().emergency() ? "紧急" : "",
                        slip.intake().forcedEntry() ? "需要撬锁、破门" : "",
                        slip.fromPaper() ? "停电时写在纸上，后来补录" : "")
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining("，"));
    }

    static List<Fact> remarks(Slip slip, Words words) {
        Stream<Fact> intake = slip.intake().remarks().stream().map(remark -> new Fact(remark.label(), remark.text()));
        return Stream.of(Stream.of(new Fact("故障", slip.report().fault())), intake, later(slip).stream())
                .flatMap(facts -> facts)
                .map(fact -> new Fact(fact.name(), words.written(fact.text())))
                .toList();
    }

    private static List<Fact> later(Slip slip) {
        return Fact.known(
                Fact.of("对上门时间的说明", slip.intake().wantedNote()),
                Fact.of("界定理由", reason(slip.severity().classification())),
                Fact.of("评估的原因", slip.diagnosis().assessedCause()),
                Fact.of("勘查情况", slip.diagnosis().surveyFindings()),
                Fact.of("上门未修的原因", slip.reasons().visit()),
                Fact.of("查明的原因", slip.diagnosis().foundCause()),
                Fact.of("接手须知", slip.work().note()),
                Fact.of("求援原因", slip.reasons().help()),
                Fact.of("暂缓原因", slip.reasons().deferral()),
                Fact.of("维修内容", slip.work().done()),
                Fact.of("投诉", slip.reasons().complaint()),
                Fact.of("需要改进", slip.reasons().improvement()),
                Fact.of("取消原因", slip.reasons().cancellation()),
                Fact.of("误登记的原因", slip.reasons().mistake()),
                Fact.of("并单的原因", slip.reasons().joining()));
    }

    private static @Nullable String reason(@Nullable Classification classification) {
        return classification == null ? null : classification.reason() + "（" + classification.clause() + "）";
    }

    static Table accident(Slip slip, Words words) {
        Accident accident = slip.accident();
        List<Fact> facts = accident == null
                ? List.of()
                : Fact.known(
                        Fact.of("成为事故", Words.time(accident.declaredAt())),
                        Fact.of("经过", words.written(accident.summary())),
                        Fact.of("答复业主", words.written(accident.answer())),
                        Fact.of("答复时间", Words.time(accident.answeredAt())),
                        Fact.of("方案", words.written(accident.plan())),
                        Fact.of("解决", words.written(accident.solution())),
                        Fact.of("解决时间", Words.time(accident.solvedAt())),
                        Fact.of("书面的原因说明", words.written(accident.statement())),
                        Fact.of("结案", Words.time(accident.closedAt())));
        return Table.of("accident", "维修事故", facts);
    }
}
