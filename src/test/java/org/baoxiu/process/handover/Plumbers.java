package org.baoxiu.process.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.accepted;
import static org.baoxiu.testing.Answers.agreed;
import static org.baoxiu.testing.Answers.arrived;
import static org.baoxiu.testing.Answers.done;
import static org.baoxiu.testing.Answers.feeApproved;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.pickedUp;
import static org.baoxiu.testing.Answers.quoted;
import static org.baoxiu.testing.Answers.registered;
import static org.baoxiu.testing.Answers.reported;
import static org.baoxiu.testing.Answers.satisfied;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.dispatch.Qualification;
import org.baoxiu.slip.SlipState;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.camunda.bpm.engine.IdentityService;

/** Two more plumbers for one test, and the slips that the first of them has in hand. */
public class Plumbers {

    /** The tasks of a technician in their order, and what is submitted with each. */
    static final Map<String, Map<String, Object>> STEPS = new LinkedHashMap<>();

    static {
        STEPS.put(VISIT_SITE, arrived());
        STEPS.put(QUOTE_REPAIR, quoted());
        STEPS.put(OBTAIN_CONSENT, agreed());
        STEPS.put(CARRY_OUT_REPAIR, done());
        STEPS.put(ACCEPT_REPAIR, accepted());
        STEPS.put(REPORT_RESULT, reported());
    }

    public final String first = login();
    public final String second = login();
    private final Office office;
    private final IdentityService identity;

    public Plumbers(Office office, IdentityService identity, Dispatch dispatch) {
        this.office = office;
        this.identity = identity;
        for (String person : List.of(first, second)) {
            joins(person);
            dispatch.recordQualification(person, Qualification.PLUMBING, "水-" + person, LocalDate.of(2099, 12, 31));
        }
    }

    private static String login() {
        return "pl" + UUID.randomUUID().toString().replace("-", "");
    }

    void joins(String person) {
        identity.saveUser(identity.newUser(person));
        office.joins(person, "maintenance");
        office.joins(person, Qualification.PLUMBING.group());
    }

    public void leave() {
        List.of(first, second).forEach(identity::deleteUser);
    }

    public RepairCase toPickUp() {
        return office.reports("clerk1", leakingTap()).does("clerk1", REGISTER_REQUEST, registered("PL-01"));
    }

    /** In the hands of the first plumber, who has come to a task. */
    public RepairCase at(String task) {
        RepairCase repair = toPickUp().does(first, PICK_UP_SLIP, pickedUp());
        STEPS.keySet().stream()
                .takeWhile(step -> !step.equals(task))
                .forEach(step -> repair.does(first, step, STEPS.get(step)));
        assertThat(repair.task(task).getAssignee()).isEqualTo(first);
        return repair;
    }

    void finishes(RepairCase repair, String person, String from) {
        STEPS.keySet().stream()
                .dropWhile(step -> !step.equals(from))
                .forEach(step -> repair.does(person, step, STEPS.get(step)));
        repair.does("clerk1", REVIEW_FEE, feeApproved()).does("clerk2", CALL_BACK_OWNER, satisfied());
        assertThat(repair.slip().state()).isEqualTo(SlipState.CLOSED);
    }
}
