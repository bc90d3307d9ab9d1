package org.baoxiu.cockpit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.baoxiu.shared.Names;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Times;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.Slips;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One case, running or ended, for whoever may see its slip. */
@Component
@Transactional(readOnly = true)
class Cases {

    static final String GONE = "没有这件事的记录，可能已按保存期限清除。";

    private final HistoryService history;
    private final CaseHistory steps;
    private final CaseRecord record;
    private final Slips slips;
    private final Readers readers;
    private final Names names;

    Cases(HistoryService history, CaseHistory steps, CaseRecord record, Slips slips, Readers readers, Names names) {
        this.history = history;
        this.steps = steps;
        this.record = record;
        this.slips = slips;
        this.readers = readers;
        this.names = names;
    }

    /**
     * @param slip  whether the number is that of a slip, which has a page of its own
     * @param title the number, and where and what it is
     */
    record Heading(String id, String number, boolean slip, boolean running, String title, List<Fact> facts) {}

    record Fact(String name, String text) {}

    Heading heading(String id, Reader reader) {
        HistoricProcessInstance found = open(id, reader);
        Optional<Slip> slip = slip(found);
        String number = Sheet.orEmpty(found.getBusinessKey());
        return new Heading(
                id,
                number,
                slip.isPresent(),
                found.getEndTime() == null,
                slip.map(one -> number + " · " + reader.written(one.report().place()) + " · "
                                + reader.written(
                                        one.item() == null
                                                ? one.report().fault()
                                                : one.item().name()))
                        .orElse((number + " " + found.getProcessDefinitionName()).strip()),
                Stream.concat(
                                ofSlip(slip, reader),
                                Stream.of(
                                        new Fact(
                                                "流程",
                                                found.getProcessDefinitionName() + " 第 "
                                                        + found.getProcessDefinitionVersion() + " 版"),
                                        new Fact("流程状态", FinishedCases.state(found.getState())),
                                        new Fact(
                                                "开始",
                                                Times.minute(
                                                        found.getStartTime().toInstant())),
                                        new Fact(
                                                "结束",
                                                found.getEndTime() == null
                                                        ? "还在办理"
                                                        : Times.minute(found.getEndTime()
                                                                .toInstant())),
                                        new Fact("删除原因", reader.written(found.getDeleteReason()))))
                        .filter(fact -> !fact.text().isEmpty())
                        .toList());
    }

    private Stream<Fact> ofSlip(Optional<Slip> found, Reader reader) {
        return found.stream()
                .flatMap(slip -> Stream.of(
                        new Fact("状态", slip.state().label()),
                        new Fact("类别", RepairClass.labelOf(slip.repairClass())),
                        new Fact("管理处", slip.report().office()),
                        new Fact("故障", reader.written(slip.report().fault())),
                        new Fact("维修人员", slip.technician() == null ? "" : names.of(slip.technician()))));
    }

    Sheet steps(String id, Reader reader) {
        HistoricProcessInstance found = open(id, reader);
        return steps.steps(steps.withCalled(id), slip(found).map(Slip::number).orElse(null));
    }

    Sheet promises(String id, Reader reader) {
        return steps.promises(slip(open(id, reader)).map(Slip::number).orElse(null), reader);
    }

    Sheet variables(String id, Reader reader) {
        open(id, reader);
        return record.variables(steps.withCalled(id), reader);
    }

    Sheet operations(String id, Reader reader) {
        open(id, reader);
        return record.operations(steps.withCalled(id), reader);
    }

    Sheet decisions(String id, Reader reader) {
        HistoricProcessInstance found = open(id, reader);
        return record.decisions(
                steps.withCalled(id), slip(found).map(Slip::number).orElse(null), reader);
    }

    /** @throws Rejection if there is none, or it is none of this reader's business */
    private HistoricProcessInstance open(String id, Reader reader) {
        HistoricProcessInstance found = history.createHistoricProcessInstanceQuery()
                .processInstanceId(id)
                .singleResult();
        if (found == null) {
            throw Rejection.invalid(GONE);
        }
        slip(found).ifPresent(slip -> readers.check(reader, slip.number()));
        return found;
    }

    private Optional<Slip> slip(HistoricProcessInstance found) {
        return Optional.ofNullable(found.getBusinessKey()).filter(slips::exists).map(slips::get);
    }
}
