package org.baoxiu.web.dossier;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baoxiu.dispatch.Assignment;
import org.baoxiu.fee.Bill;
import org.baoxiu.feedback.CallBack;
import org.baoxiu.shared.Person;
import org.baoxiu.slip.HistoryEntry;

/** Who had which part in a slip (4.3.6, 4.7.1). */
final class People {

    private static final int REGISTRATION = 2;
    private static final int ASSESSMENT = 3;

    private People() {}

    static Table of(Papers papers, Words words) {
        List<Assignment> hands = papers.assignments();
        return Table.of(
                "people",
                "人员",
                Fact.known(
                        Fact.of("受理", words.name(papers.slip().intake().openedBy())),
                        Fact.of("登记", all(step(papers, REGISTRATION), words)),
                        Fact.of("评估", all(step(papers, ASSESSMENT), words)),
                        Fact.of("维修人员", words.name(papers.slip().technician())),
                        Fact.of(
                                "以前的维修人员",
                                all(
                                        hands.stream()
                                                .filter(hand -> !hand.helper())
                                                .map(Assignment::technician)
                                                .filter(technician -> !technician.equals(
                                                        papers.slip().technician())),
                                        words)),
                        Fact.of(
                                "协助",
                                all(hands.stream().filter(Assignment::helper).map(Assignment::technician), words)),
                        Fact.of(
                                "派工和督办",
                                all(
                                        hands.stream()
                                                .filter(hand ->
                                                        !hand.assignedBy().equals(hand.technician()))
                                                .map(Assignment::assignedBy),
                                        words)),
                        Fact.of("费用审核", all(papers.bills().stream().map(Bill::reviewedBy), words)),
                        Fact.of("回访", all(papers.calls().stream().map(CallBack::calledBy), words))));
    }

    private static Stream<String> step(Papers papers, int step) {
        return papers.history().stream().filter(entry -> entry.step() == step).map(HistoryEntry::person);
    }

    /** Each once, and nobody who is no person. */
    private static String all(Stream<String> people, Words words) {
        return people.filter(Objects::nonNull)
                .filter(person -> !person.equals(Person.SYSTEM))
                .distinct()
                .map(words::name)
                .collect(Collectors.joining("、"));
    }
}
