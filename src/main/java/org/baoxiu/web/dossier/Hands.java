package org.baoxiu.web.dossier;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baoxiu.dispatch.Assignment;
import org.baoxiu.dispatch.Contractor;
import org.baoxiu.dispatch.ContractorOrder;

/** Whose hands the slip went through, in the office (4.3.2, 3.3) and outside (Q3). */
final class Hands {

    private Hands() {}

    static Table of(Papers papers, Words words) {
        return Table.of(
                "hands",
                "派工和移交",
                List.of("时间", "谁", "怎样", "经手"),
                papers.assignments().stream()
                        .map(assignment -> List.of(
                                Words.time(assignment.assignedAt()),
                                words.name(assignment.technician()),
                                how(assignment),
                                words.name(assignment.assignedBy())))
                        .toList());
    }

    private static String how(Assignment assignment) {
        String way = assignment.helper()
                ? "来协助"
                : assignment.assignedBy().equals(assignment.technician()) ? "自己接单" : "指派或移交";
        return assignment.lapseNotedAt() == null ? way : way + "，" + Words.time(assignment.lapseNotedAt()) + " 发现证书已过期";
    }

    /** @param registered all firms */
    static Table contractors(Papers papers, List<Contractor> registered, Words words) {
        Map<Long, Contractor> firms =
                registered.stream().collect(Collectors.toMap(Contractor::id, Function.identity()));
        return Table.of(
                "contractors",
                "外包单位",
                List.of("单位", "电话", "联系", "约定到场", "到场", "结果"),
                papers.orders().stream()
                        .map(order -> line(
                                order,
                                Objects.requireNonNull(firms.get(order.contractor()), "a firm stays registered"),
                                words))
                        .toList());
    }

    private static List<String> line(ContractorOrder order, Contractor firm, Words words) {
        String number = order.orderNumber() == null ? "" : "，派单号 " + order.orderNumber();
        return List.of(
                firm.name(),
                firm.telephone(),
                Words.time(order.calledAt()) + number,
                Words.time(order.agreedAt()),
                Words.time(order.arrivedAt()),
                result(order, words));
    }

    private static String result(ContractorOrder order, Words words) {
        if (order.endedAs() == null) {
            return "还没有结果";
        }
        String how =
                switch (order.endedAs()) {
                    case DONE -> "修好";
                    case HANDED_BACK -> "退回";
                    case CALLED_OFF -> "不再需要";
                };
        return Stream.of(Words.time(order.endedAt()) + " " + how, words.written(order.resultText()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("："));
    }
}
