package org.baoxiu.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.contractor.ContractorOrderProcess.Elements.CONTRACTOR_ARRIVAL;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baoxiu.audit.KeptRule;
import org.baoxiu.audit.KeptRules;
import org.baoxiu.commitment.Commitment;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.commitment.Commitments;
import org.baoxiu.evidence.Evidence;
import org.baoxiu.fee.Amounts;
import org.baoxiu.fee.ConsentOutcome;
import org.baoxiu.fee.Fees;
import org.baoxiu.people.OfficeGroups;
import org.baoxiu.process.repair.RepairRequestProcess;
import org.baoxiu.shared.Names;
import org.baoxiu.slip.HistoryEntry;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.SlipState;
import org.baoxiu.slip.Slips;
import org.baoxiu.testing.Office.RepairCase;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.JdbcTemplate;

/** What holds after every step of every case, whoever does whatever the procedure allows. */
final class CaseRules {

    /** What goes on beside the repair itself. */
    private static final Set<String> BESIDES = Set.of(HANDLE_IMPORTANT, ANSWER_COMPLAINT, HANDLE_ESCALATION);

    private static final Set<SlipState> BILLED =
            EnumSet.of(SlipState.FINISHED, SlipState.CONFIRMED, SlipState.FOLLOWED_UP, SlipState.CLOSED);
    /** What no limit hangs on. */
    private static final Set<String> TELLS_NO_TIME = Set.of(
            "correctionKind",
            "correctionReason",
            "office",
            "place",
            "reporterName",
            "reporterPhone",
            "faultDescription");

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    private final ProcessEngine engine;
    private final Slips slips;
    private final Fees fees;
    private final Commitments promises;
    private final Entitled entitled;
    private final Staff staff;
    private final KeptRules kept;
    private final JdbcTemplate database;
    private final Evidence evidence;

    private final OwnersWord owner = new OwnersWord();
    private final Accidents accidents = new Accidents();
    private final Telling telling;
    private final Set<String> workers = new HashSet<>();
    private final Set<String> tasksSeen = new HashSet<>();
    private RepairClass repairClass;
    private RepairClass downgradedFrom;

    CaseRules(
            ProcessEngine engine,
            Slips slips,
            Fees fees,
            Names names,
            Commitments promises,
            Entitled entitled,
            Staff staff,
            KeptRules kept,
            JdbcTemplate database,
            Evidence evidence) {
        this.telling = new Telling(names);
        this.engine = engine;
        this.slips = slips;
        this.fees = fees;
        this.promises = promises;
        this.entitled = entitled;
        this.staff = staff;
        this.kept = kept;
        this.database = database;
        this.evidence = evidence;
    }

    /** Whether somebody has had the slip in hand. */
    boolean hasWorked(String person) {
        return workers.contains(person);
    }

    /** After a person has done a task. Only such a step can take the class down, and only with a line of that person (4.2). */
    void checkTask(RepairCase repair, String person, String task, Map<String, Object> answer) {
        owner.hear(task, answer, repair.number(), fees);
        accidents.said(answer);
        boolean downgrade = task.equals(HANDLE_IMPORTANT) && "downgrade".equals(answer.get("leadDecision"));
        if (downgrade) {
            assertThat(telling.added(slips.history(repair.number())))
                    .as("decision against the class")
                    .anyMatch(
                            line -> line.person().equals(person) && line.text().startsWith("降为日常维修："));
        }
        checkStep(repair, person, downgrade);
        if ("addPeople".equals(answer.get("escalationAction"))) {
            workers.add((String) answer.get("technicianId"));
        }
    }

    /** What is settled before a slip is put right. */
    record SettledBefore(Slip slip, Map<Long, Stand> promises, BigDecimal agreed, BigDecimal billed) {}

    /** A promise, and whether it is kept or missed by now. */
    private record Stand(CommitmentKind kind, Instant due, Instant ended, Instant missed, boolean over) {}

    SettledBefore settled(RepairCase repair) {
        Slip slip = repair.slip();
        return new SettledBefore(
                slip,
                stands(repair),
                slip.agreement().consentedAmount(),
                slip.agreement().billedAmount());
    }

    private Map<Long, Stand> stands(RepairCase repair) {
        return promises.of(repair.number()).stream()
                .collect(Collectors.toMap(
                        Commitment::id,
                        one -> new Stand(
                                one.kind(),
                                one.dueAt(),
                                one.endedAt(),
                                one.missedAt(),
                                one.ended() || one.missedBy(now()))));
    }

    /** After a clerk has put the slip right: by that alone a class may go down that rested on the mistake (4.2). */
    void checkCorrection(RepairCase repair, String person, Map<String, Object> form, SettledBefore before) {
        accidents.said(form);
        if (form.containsKey("itemCode") && downgradedFrom == null) {
            repairClass = repair.slip().repairClass();
        }
        whatIsSettledStays(repair, form, before);
        checkStep(repair, person);
    }

    /**
     * What was kept or missed is not undone, but for the day of a class that rested on a mistake; nobody has agreed to more, and no bill
     * goes up. Who called, where it is and what is broken change no promise at all.
     */
    private void whatIsSettledStays(RepairCase repair, Map<String, Object> form, SettledBefore before) {
        Slip slip = repair.slip();
        RepairClass formerly = before.slip().repairClass();
        boolean unrelated = TELLS_NO_TIME.containsAll(form.keySet())
                && form.get("correctionKind").equals("correct");
        boolean dailyAgain = slip.repairClass() == RepairClass.DAILY
                && formerly != null
                && formerly.above(RepairClass.DAILY)
                && downgradedFrom == null;
        Map<Long, Stand> after = stands(repair);
        before.promises().forEach((id, stand) -> {
            if (unrelated || stand.over() && !(dailyAgain && stand.kind() == CommitmentKind.ONE_DAY)) {
                assertThat(after.get(id))
                        .as("a promise that nothing was said about")
                        .isEqualTo(stand);
            }
        });
        assertThat(slip.agreement().consentedAmount()).as("what was agreed to").isEqualTo(before.agreed());
        if (before.billed() != null) {
            assertThat(slip.agreement().billedAmount()).as("the bill").isLessThanOrEqualTo(before.billed());
        }
    }

    /** Before the owner's urge or complaint is recorded. */
    void hearRepeat(RepairCase repair, Map<String, Object> words) {
        accidents.repeated(promises.of(repair.number()), now());
        accidents.said(words);
    }

    /**
     * After somebody's work has gone to somebody else or to the group (3.3).
     *
     * @param toOrNull null for the group
     */
    void checkHandOver(RepairCase repair, String by, String from, String toOrNull) {
        assertThat(tasks(repair))
                .extracting(Task::getAssignee)
                .as("who has a task after %s handed over", from)
                .doesNotContain(from);
        if (!repair.slip().state().repaired()) {
            assertThat(repair.slip().technician())
                    .as("who has the slip after %s handed over", from)
                    .isNotEqualTo(from);
        }
        checkStep(repair, by);
    }

    /** After the timers that are due have fired. */
    void checkTimers(RepairCase repair) {
        checkState(repair);
        Waits.checkNoticed(promises.of(repair.number()), now());
    }

    /** After a person's step: it is in the history, with the person, and everything else holds. */
    void checkStep(RepairCase repair, String person) {
        checkStep(repair, person, false);
    }

    private void checkStep(RepairCase repair, String person, boolean downgrade) {
        assertThat(telling.added(slips.history(repair.number())))
                .as("lines of the step in the history")
                .extracting(HistoryEntry::person)
                .contains(person);
        checkState(repair, downgrade);
    }

    void checkState(RepairCase repair) {
        checkState(repair, false);
    }

    private void checkState(RepairCase repair, boolean downgrade) {
        Slip slip = repair.slip();
        List<HistoryEntry> history = slips.history(repair.number());
        noWorkWithoutConsent(repair, slip);
        noBillAboveTheConsent(slip);
        theClassGoesUpByRuleAndDownByAPerson(slip, downgrade);
        nobodyCallsBackAboutOwnWork(telling.added(history));
        telling.check(slip, history);
        oneSlipIsOneCase(repair);
        theCaseWaitsWhereTheSlipIs(repair, slip);
        everyTaskHasSomebodyWhoSeesAndDoesIt(repair, slip);
        accidents.check(slip, now());
        everyFormFindsItsVariables(repair);
        if (slip.technician() != null) {
            workers.add(slip.technician());
        }
    }

    void checkEnd(RepairCase repair) {
        assertThat(repair.slip().state().ended()).as("ended slip").isTrue();
        assertThat(evidence.of(repair.number()).findings())
                .as("what is not as it was written")
                .isEmpty();
        assertThat(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(repair.instance())
                        .singleResult()
                        .getState())
                .isEqualTo("COMPLETED");
        KeptRules.Scope always = new KeptRules.Scope(
                Instant.parse("2000-01-01T00:00:00Z"), Instant.parse("2100-01-01T00:00:00Z"), List.of());
        for (KeptRule rule : KeptRule.values()) {
            assertThat(kept.numbers(rule, always, 0, 10_000)).as(rule.name()).doesNotContain(repair.number());
        }
    }

    private void noWorkWithoutConsent(RepairCase repair, Slip slip) {
        boolean working =
                slip.state() == SlipState.WORKING || repair.openTasks().contains(CARRY_OUT_REPAIR);
        if (working && !slip.publicArea()) {
            assertThat(slip.agreement().consentValid())
                    .as("valid consent while working")
                    .isTrue();
            assertThat(owner.agreed())
                    .as("the owner has agreed to what is being done")
                    .isTrue();
            assertThat(fees.latestQuote(slip.number()).orElseThrow().consentOutcome())
                    .isEqualTo(ConsentOutcome.AGREED);
        }
    }

    private void noBillAboveTheConsent(Slip slip) {
        if (BILLED.contains(slip.state()) && slip.agreement().billedAmount() != null) {
            assertThat(slip.agreement().billedAmount())
                    .as("bill")
                    .isNotNegative()
                    .isLessThanOrEqualTo(owner.amount());
            Amounts amounts = fees.latestBill(slip.number()).orElseThrow().amounts();
            assertThat(amounts.ownerPays())
                    .as("bill of the slip")
                    .isEqualByComparingTo(slip.agreement().billedAmount());
        }
        if (slip.agreement().finalAmount() != null && slip.agreement().billedAmount() != null) {
            assertThat(slip.agreement().finalAmount())
                    .as("final amount")
                    .isNotNegative()
                    .isLessThanOrEqualTo(slip.agreement().billedAmount());
        }
    }

    private void theClassGoesUpByRuleAndDownByAPerson(Slip slip, boolean downgrade) {
        RepairClass before = repairClass;
        repairClass = slip.repairClass();
        if (downgrade) {
            assertThat(repairClass).isEqualTo(RepairClass.DAILY);
            downgradedFrom = before;
        } else if (before != null) {
            assertThat(before.above(repairClass))
                    .as("%s was %s", repairClass, before)
                    .isFalse();
            if (before != repairClass && downgradedFrom != null) {
                assertThat(repairClass.above(downgradedFrom))
                        .as("%s although a person decided against %s", repairClass, downgradedFrom)
                        .isTrue();
            }
        }
    }

    private void nobodyCallsBackAboutOwnWork(List<HistoryEntry> added) {
        assertThat(added)
                .filteredOn(line -> line.text().startsWith("回访业主"))
                .extracting(HistoryEntry::person)
                .as("who calls back")
                .noneMatch(workers::contains);
    }

    private void oneSlipIsOneCase(RepairCase repair) {
        assertThat(cases(repair.number())).containsExactly(repair.instance());
    }

    private List<String> cases(String slipNumber) {
        return engine
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(RepairRequestProcess.KEY)
                .processInstanceBusinessKey(slipNumber)
                .list()
                .stream()
                .map(HistoricProcessInstance::getId)
                .toList();
    }

    private void theCaseWaitsWhereTheSlipIs(RepairCase repair, Slip slip) {
        List<String> waiting = new ArrayList<>();
        tasks(repair).stream()
                .filter(task -> task.getProcessInstanceId().equals(repair.instance()))
                .forEach(task -> waiting.add(task.getTaskDefinitionKey()));
        timers(repair)
                .forEach(timer -> waiting.add(engine.getManagementService()
                        .createJobDefinitionQuery()
                        .jobDefinitionId(timer.getJobDefinitionId())
                        .singleResult()
                        .getActivityId()));
        waiting.removeAll(BESIDES);
        if (repair.openTasks().contains(CONTRACTOR_ARRIVAL)) {
            Waits.check(List.of(CONTRACTOR_ARRIVAL), slip, promises.of(slip.number()));
        }
        // clocks only watch: those on the border of a step, and those that run from the receipt
        waiting.removeIf(element -> element.startsWith("Timer_") || element.startsWith("StartEvent_"));
        if (slip.state().ended() || waitsForTheAccident(slip) && waiting.isEmpty()) {
            assertThat(waiting).as("where a %s slip waits", slip.state()).isEmpty();
        } else {
            assertThat(waiting)
                    .as("where a %s slip waits", slip.state())
                    .hasSize(1)
                    .isSubsetOf(Waits.placesOf(slip.state()));
            Waits.check(waiting, slip, promises.of(slip.number()));
        }
    }

    /** No open task without somebody alive and present who can see and do it, unless a head has said that it waits (3.3). */
    private void everyTaskHasSomebodyWhoSeesAndDoesIt(RepairCase repair, Slip slip) {
        List<Task> open = tasks(repair);
        for (Task task : open) {
            List<String> people = entitled.to(task, slip, workers::contains);
            boolean waits = task.getAssignee() != null && staff.lets(task.getAssignee());
            assertThat(waits || people.stream().anyMatch(person -> seesAndMayDo(person, task)))
                    .as(
                            "somebody who sees and does %s of %s, which is for %s",
                            task.getTaskDefinitionKey(), task.getAssignee(), people)
                    .isTrue();
            if (LegalAnswers.waitsForApproval(task.getTaskDefinitionKey(), slip)) {
                assertThat(open)
                        .as("somebody can let %s go on", task.getTaskDefinitionKey())
                        .anyMatch(other ->
                                Offered.by(other, engine).at("escalationAction").contains("approve"));
            }
        }
    }

    private boolean seesAndMayDo(String person, Task task) {
        List<String> groups = engine.getIdentityService().createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .toList();
        boolean exists =
                engine.getIdentityService().createUserQuery().userId(person).count() > 0;
        engine.getIdentityService().setAuthentication(person, groups);
        try {
            return exists
                    && engine.getTaskService()
                                    .createTaskQuery()
                                    .taskId(task.getId())
                                    .count()
                            > 0
                    && (isOffered(task, person, groups)
                            || Stream.of(Permissions.UPDATE, Permissions.TASK_WORK)
                                    .anyMatch(permission -> engine.getAuthorizationService()
                                            .isUserAuthorized(
                                                    person, groups, permission, Resources.TASK, task.getId())));
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private boolean isOffered(Task task, String person, List<String> groups) {
        List<String> offered = OfficeGroups.offered(groups);
        return engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .anyMatch(link -> person.equals(link.getUserId())
                        || link.getGroupId() != null && offered.contains(link.getGroupId()));
    }

    private static boolean waitsForTheAccident(Slip slip) {
        return slip.accidentOpen() && (slip.state() == SlipState.FOLLOWED_UP || slip.state() == SlipState.REFUSED);
    }

    private void everyFormFindsItsVariables(RepairCase repair) {
        for (Task task : tasks(repair)) {
            if (tasksSeen.add(task.getId())) {
                assertThat(engine.getTaskService().getVariables(task.getId()).keySet())
                        .as("variables of %s", task.getTaskDefinitionKey())
                        .containsAll(shownBy(task));
            }
        }
    }

    private Set<String> shownBy(Task task) {
        String form = engine.getFormService()
                .getTaskFormData(task.getId())
                .getCamundaFormRef()
                .getKey();
        try {
            Set<String> names = new HashSet<>();
            collect(new ObjectMapper().readTree(Path.of("forms", form + ".form").toFile()), names);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(JsonNode component, Set<String> names) {
        VARIABLE.matcher(component.path("text").asText()).results().forEach(found -> names.add(found.group(1)));
        // what is chosen only after something else may have nothing to choose from
        if (component.has("valuesKey") && !component.has("conditional")) {
            names.add(component.path("valuesKey").asText());
        }
        component.path("components").forEach(child -> collect(child, names));
    }

    /** Everything that a refused attempt must leave as it was. */
    Map<String, Object> everythingAbout(RepairCase repair) {
        Map<String, Object> everything = new TreeMap<>();
        for (String table : List.of("history_entry", "quote", "bill", "call_back", "assignment", "commitment")) {
            everything.put(
                    table,
                    database.queryForList(
                            "select * from " + table + " where slip_number = ? order by id", repair.number()));
        }
        everything.put("cases", cases(repair.number()));
        everything.put("slip", database.queryForList("select * from slip where number = ?", repair.number()));
        everything.put(
                "variables",
                repair.ended() ? Map.of() : engine.getRuntimeService().getVariables(repair.instance()));
        everything.put(
                "tasks",
                tasks(repair).stream()
                        .map(task -> task.getId() + " of " + task.getAssignee())
                        .sorted()
                        .toList());
        everything.put(
                "timers",
                timers(repair).stream()
                        .map(timer -> timer.getId() + " at " + timer.getDuedate())
                        .sorted()
                        .toList());
        return everything;
    }

    private static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    /** Also those of an accident. */
    private List<Task> tasks(RepairCase repair) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(repair.number())
                .list();
    }

    private List<Job> timers(RepairCase repair) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(repair.instance())
                .timers()
                .list();
    }
}
