package org.baoxiu.models.rehearsal;

import java.util.List;
import java.util.Set;
import org.baoxiu.engine.FormExpressions;
import org.baoxiu.engine.RehearsalClock;
import org.baoxiu.people.ActsAs;
import org.baoxiu.people.Persons;
import org.baoxiu.shared.Person;
import org.baoxiu.slip.ReservedNumbers;
import org.baoxiu.slip.Slips;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** Goes through the named cases, one after the other and each to its end. */
@Component
@Profile("rehearsal")
class CasePlayer {

    private final ProcessEngine engine;
    private final PlatformTransactionManager transactions;
    private final RehearsalClock clock;
    private final FormExpressions expressions;
    private final ActsAs actsAs;
    private final Persons persons;
    private final Slips slips;
    private final ReservedNumbers numbers;
    private final NamedCases cases = NamedCases.all();

    CasePlayer(
            ProcessEngine engine,
            PlatformTransactionManager transactions,
            RehearsalClock clock,
            FormExpressions expressions,
            ActsAs actsAs,
            Persons persons,
            Slips slips,
            ReservedNumbers numbers) {
        this.engine = engine;
        this.transactions = transactions;
        this.clock = clock;
        this.expressions = expressions;
        this.actsAs = actsAs;
        this.persons = persons;
        this.slips = slips;
        this.numbers = numbers;
    }

    CaseRun play(String name) {
        NamedCase one = cases.cases().stream()
                .filter(named -> named.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
        Colleagues colleagues = new Colleagues(engine, transactions, expressions, actsAs, persons, cases.people());
        try {
            return new PlayedCase(engine, clock, colleagues, slips, this::printed, cases, one).play();
        } finally {
            tidy();
        }
    }

    /** Who goes to whatever is to be repaired. */
    String technician() {
        return cases.people().get(0);
    }

    /** Who does what nobody else does. */
    String standIn() {
        return cases.people().get(cases.people().size() - 1);
    }

    /** The number of a blank slip. */
    private String printed(String person) {
        return numbers.reserve(1, new Person(person, Set.copyOf(persons.groupsOf(person))))
                .get(0);
    }

    /** What has stopped is nobody's any more. */
    private void tidy() {
        RuntimeService runtime = engine.getRuntimeService();
        List<ProcessInstance> left =
                runtime.createProcessInstanceQuery().rootProcessInstances().list();
        left.forEach(one -> runtime.deleteProcessInstance(one.getProcessInstanceId(), "rehearsed", true));
    }
}
