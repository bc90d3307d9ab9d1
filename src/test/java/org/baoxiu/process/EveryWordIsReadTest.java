package org.baoxiu.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.contractor.ContractorOrderProcess.Elements.*;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.process.repair.accident.RepairAccidentProcess.Elements.*;
import static org.baoxiu.testing.Answers.*;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.baoxiu.dispatch.Contractor;
import org.baoxiu.dispatch.Contractors;
import org.baoxiu.process.collection.FeeCollectionProcess;
import org.baoxiu.process.contractor.ContractorOrderProcess;
import org.baoxiu.process.handover.AbsenceProcess;
import org.baoxiu.process.handover.HandOverAnswers;
import org.baoxiu.process.handover.HandOverProcess;
import org.baoxiu.process.repair.ContractorAnswers;
import org.baoxiu.process.repair.correction.CorrectionAnswers;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.PlainForm;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whatever somebody types is read by somebody: it stands in the history of the slip, or on the form of whoever acts next. Every text
 * field of every form is typed into here, with words of its own, which are then looked for; a new field fails this test until it
 * is typed into here too.
 */
@ProcedureTest
@DisplayName("填写的内容都有人看到")
@Tag("long")
class EveryWordIsReadTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SHOWN = Pattern.compile("\\w+");

    /** What is typed not to be read again but to find or to name something, or what is about no slip; with what becomes of it. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("report-repair.paperNumber", "becomes the number of the slip"),
            Map.entry("find-caller.caller", "finds the slip"),
            Map.entry("owner-contact.caller", "finds the slip"),
            Map.entry("call-contractor.slipNumber", "finds the slip"),
            Map.entry("collect-fee.slipNumber", "finds the slip"),
            Map.entry("hand-over.handOverSlip", "finds the slip"),
            Map.entry("find-slip.slipNumber", "finds the slip"),
            Map.entry("correct-slip.joinWith", "finds the slip"),
            Map.entry("hand-over.workOf", "finds the person, who is named in the history"),
            Map.entry("hand-over.handOverTo", "finds the person, who has the work"),
            Map.entry("absence.absentPerson", "finds the person"),
            Map.entry("absence.handOverTo", "finds the person, who has the work"),
            Map.entry("duty-roster.rosterText", "is the roster"),
            Map.entry("register-technician.technicianId", "finds the person"),
            Map.entry("register-technician.certificateNumber", "the register of certificates"),
            Map.entry(
                    "register-contractor.contractorName",
                    "the register of contractors, from which one is chosen by name"),
            Map.entry(
                    "register-contractor.contractorPhone",
                    "the register of contractors, with the number on the form that orders"),
            Map.entry("register-contractor.licenceNumber", "the register of contractors"),
            Map.entry("check-month.checkNote", "on the form of general affairs"),
            Map.entry("receive-pack.receiptNote", "the record of the month"));

    @Autowired
    Office office;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Contractors contractors;

    private final Set<String> typed = new TreeSet<>();

    @BeforeEach
    void morning() {
        office.timeIs("2026-03-02T09:00:00+08:00");
    }

    @AfterEach
    void backToToday() {
        ClockUtil.reset();
    }

    @Test
    @Tag("found:A4")
    @Tag("4.3.1")
    void everyTextThatIsTypedIsReadBySomebody() {
        repairInAUnit();
        importantRepair();
        refusedQuote();
        publicRepair();
        accident();
        contractor();
        changesOfHands();
        corrected();
        split();
        mistaken();

        Set<String> texts = new TreeSet<>();
        forms().forEach(form -> texts(form).forEach(key -> texts.add(id(form) + "." + key)));
        texts.removeAll(ELSEWHERE.keySet());
        assertThat(typed).as("text fields that somebody has typed into here").isEqualTo(texts);
    }

    private void repairInAUnit() {
        RepairCase repair = reports(leakingTap());
        Map<String, String> said = new TreeMap<>();
        office.takesCall("clerk1", spoken("owner-contact", call(repair.number(), "complain"), said));
        isRead(repair, said);
        does(repair, "clerklead", ANSWER_COMPLAINT, complaintAnswered());
        does(repair, "clerk1", REGISTER_REQUEST, with(registered("DL-08"), "clerkNote", ""));
        does(repair, "clerk1", OBTAIN_APPLICATION, application());
        does(repair, "tech2", PICK_UP_SLIP, pickedUp());
        does(repair, "tech2", VISIT_SITE, ownerAbsent());
        does(repair, "clerk1", RESCHEDULE_VISIT, appointment(office.now().plus(Duration.ofHours(1))));
        does(repair, "tech2", VISIT_SITE, arrived());
        does(repair, "tech2", QUOTE_REPAIR, materials(quoted()));
        does(repair, "tech2", OBTAIN_CONSENT, requote());
        does(repair, "tech2", QUOTE_REPAIR, materials(quoted()));
        does(repair, "tech2", OBTAIN_CONSENT, agreed());
        does(repair, "tech2", CARRY_OUT_REPAIR, interrupted("help"));
        does(repair, "supervisor", SUPPORT_REPAIR, supported());
        office.timePasses(Duration.ofMinutes(31));
        repair.dueTimersFire();
        does(
                repair,
                "tech2",
                HANDLE_ESCALATION,
                escalated(
                        "newTime",
                        "newTime",
                        office.now().plus(Duration.ofHours(1)).toString()));
        does(repair, "tech2", CARRY_OUT_REPAIR, interrupted("defer"));
        does(
                repair,
                "clerk1",
                AGREE_DEFERRAL,
                with(deferredTo(office.now().plus(Duration.ofHours(1))), "deferralNote", ""));
        office.timePasses(Duration.ofHours(1));
        repair.dueTimersFire();
        does(repair, "tech2", CARRY_OUT_REPAIR, materials(done()));
        does(repair, "tech2", ACCEPT_REPAIR, rejected());
        does(repair, "tech2", CARRY_OUT_REPAIR, materials(done()));
        does(repair, "tech2", ACCEPT_REPAIR, accepted());
        does(repair, "tech2", REPORT_RESULT, with(reported(), "reportNote", ""));
        does(
                repair,
                "clerklead",
                REVIEW_FEE,
                fields("feeDecision", "reduce", "reducedToYuan", 1, "reductionReason", "", "collection", "cash"));
        does(repair, "clerk2", CALL_BACK_OWNER, dissatisfied());
        theRestIsDone(repair);
        starts(
                repair,
                "clerklead",
                FeeCollectionProcess.KEY,
                "collect-fee",
                fields(
                        "slipNumber",
                        repair.number(),
                        "collectionEvent",
                        "waiver",
                        "amountYuan",
                        1,
                        "collectionReason",
                        ""));
    }

    /** Whatever is open now, and then until nothing is, is done as its form asks: steps that have come since, too. */
    private void theRestIsDone(RepairCase repair) {
        PlainForm form = new PlainForm(most -> "", options -> options.get(0));
        for (Set<String> open = repair.openTasks(); !open.isEmpty(); open = repair.openTasks()) {
            String task = open.iterator().next();
            does(repair, someoneFor(repair, task), task, form.of(task));
        }
    }

    private String someoneFor(RepairCase repair, String task) {
        return engine.getIdentityService()
                .createUserQuery()
                .memberOfGroup(repair.candidateGroups(repair.task(task)).get(0))
                .list()
                .get(0)
                .getId();
    }

    private void importantRepair() {
        RepairCase repair = reports(with(leakingTap(), "receivedAt", "2026-02-27 08:00", "receivedReason", ""));
        does(repair, "clerk1", REGISTER_REQUEST, registered("PL-14"));
        does(repair, "supervisor", ASSESS_FAULT, with(assessed("DL-08", 6), "surveyNeeded", true));
        does(repair, "supervisor", SURVEY_SITE, surveyed("DL-08", 6));
        does(repair, "clerk1", SUPPLEMENT_APPLICATION, application());
        does(repair, "clerklead", HANDLE_IMPORTANT, downgraded());
    }

    private void refusedQuote() {
        RepairCase repair = reports(leakingTap());
        repair.does("clerk1", REGISTER_REQUEST, registered("PL-01"))
                .does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, arrived())
                .does("tech1", QUOTE_REPAIR, quoted());
        does(repair, "tech1", OBTAIN_CONSENT, refused());
    }

    private void publicRepair() {
        RepairCase repair = office.reports("tech1", darkCorridor())
                .does("tech1", REGISTER_REQUEST, registered("PB-01"))
                .does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, arrived())
                .does("tech1", CARRY_OUT_REPAIR, done());
        does(repair, "clerk1", VERIFY_PUBLIC_REPAIR, verificationFailed());
    }

    private void accident() {
        RepairCase repair = reports(leakingTap()).does("clerk1", REGISTER_REQUEST, registered("PL-01"));
        repair.ownerCalls(with(call(repair.number(), "complain"), "lossOrInjury", true));
        does(repair, "clerklead", REPORT_ACCIDENT, accidentReported());
        does(repair, "director", ANSWER_OWNER, accidentAnswered());
        does(repair, "director", PLAN_SOLUTION, accidentPlanned());
        does(repair, "director", SOLVE_ACCIDENT, accidentSolved());
        does(repair, "supervisor", STATE_CAUSE, causeStated());
        does(repair, "director", CLOSE_ACCIDENT, accidentClosed());
    }

    private void contractor() {
        RepairCase repair = reports(leakingTap()).does("clerk1", REGISTER_REQUEST, registered("GA-03"));
        office.starts("clerk1", ContractorOrderProcess.KEY, fields("slipNumber", repair.number()));
        Contractor gas = contractors.suitable(repair.number()).get(0);
        Instant inAnHour = office.now().plus(Duration.ofHours(1));
        does(repair, "clerk1", ORDER_CONTRACTOR, ContractorAnswers.given(gas, office.now(), inAnHour));
        does(repair, "clerk1", CONTRACTOR_ARRIVAL, ContractorAnswers.anotherTime("contractorArrival", inAnHour));
        does(repair, "clerk1", CONTRACTOR_ARRIVAL, ContractorAnswers.came(office.now()));
        does(repair, "clerk1", CONTRACTOR_RESULT, ContractorAnswers.handedBack("contractorResult"));
        does(repair, "clerk1", ORDER_CONTRACTOR, ContractorAnswers.given(gas, office.now(), inAnHour));
        does(repair, "clerk1", CONTRACTOR_ARRIVAL, ContractorAnswers.came(office.now()));
        does(repair, "clerk1", CONTRACTOR_RESULT, ContractorAnswers.done());
        office.starts("clerk1", ContractorOrderProcess.KEY, fields("slipNumber", repair.number()));
        does(repair, "clerk1", ORDER_CONTRACTOR, ContractorAnswers.notGiven());
    }

    private void changesOfHands() {
        RepairCase repair = reports(leakingTap())
                .does("clerk1", REGISTER_REQUEST, registered("DL-12"))
                .does("tech1", PICK_UP_SLIP, pickedUp());
        starts(
                repair,
                "supervisor",
                HandOverProcess.KEY,
                "hand-over",
                HandOverAnswers.handOver("tech1", "handOverSlip", repair.number(), "handOverTo", "tech2"));
        starts(
                repair,
                "supervisor",
                AbsenceProcess.KEY,
                "absence",
                HandOverAnswers.leave("tech2", office.now().plus(Duration.ofHours(1)), "backToGroup"));
        office.starts("supervisor", AbsenceProcess.KEY, HandOverAnswers.back("tech2"));
    }

    private void corrected() {
        RepairCase repair = reports(leakingTap());
        Map<String, String> said = new TreeMap<>();
        CorrectionAnswers.corrects(
                office,
                "clerk1",
                repair,
                spoken(
                        "correct-slip",
                        CorrectionAnswers.corrected(
                                "place",
                                "",
                                "reporterName",
                                "",
                                "faultDescription",
                                "",
                                "reporterPhone",
                                "13900000000"),
                        said));
        isRead(repair, said);
    }

    private void split() {
        RepairCase repair = reports(leakingTap());
        Map<String, String> said = new TreeMap<>();
        CorrectionAnswers.corrects(office, "clerk1", repair, spoken("correct-slip", CorrectionAnswers.split(), said));
        isRead(repair, said);
    }

    private void mistaken() {
        RepairCase repair = reports(leakingTap());
        Map<String, String> said = new TreeMap<>();
        CorrectionAnswers.corrects(
                office, "clerk1", repair, spoken("correct-slip", CorrectionAnswers.mistaken(), said));
        isRead(repair, said);
    }

    private static Map<String, Object> materials(Map<String, Object> answer) {
        Map<String, Object> five = new HashMap<>(answer);
        for (int row = 1; row <= 5; row++) {
            five.putAll(fields(
                    "material" + row + "Name", "", "material" + row + "Quantity", 1, "material" + row + "Price", 9));
        }
        return five;
    }

    private RepairCase reports(Map<String, Object> report) {
        Map<String, String> said = new TreeMap<>();
        RepairCase repair = office.reports("clerk1", spoken("report-repair", report, said));
        isRead(repair, said);
        return repair;
    }

    private void starts(RepairCase repair, String person, String process, String form, Map<String, Object> answer) {
        Map<String, String> said = new TreeMap<>();
        office.starts(person, process, spoken(form, answer, said));
        isRead(repair, said);
    }

    private void does(RepairCase repair, String person, String task, Map<String, Object> answer) {
        String form = task.substring("Task_".length())
                .replaceAll("(?<=.)(?=[A-Z])", "-")
                .toLowerCase();
        Map<String, String> said = new TreeMap<>();
        repair.does(person, task, spoken(form, answer, said));
        isRead(repair, said);
    }

    /** The same answer with words of its own in each text field that it fills in. */
    private Map<String, Object> spoken(String form, Map<String, Object> answer, Map<String, String> said) {
        Map<String, Object> spoken = new HashMap<>(answer);
        texts(Path.of("forms", form + ".form"))
                .filter(answer::containsKey)
                .filter(key -> !ELSEWHERE.containsKey(form + "." + key))
                .forEach(key -> {
                    String words = "原话" + office.now().getEpochSecond() % 100_000 + key + said.size();
                    said.put(form + "." + key, words);
                    spoken.put(key, words);
                });
        typed.addAll(said.keySet());
        return spoken;
    }

    private void isRead(RepairCase repair, Map<String, String> said) {
        String read = String.join("\n", repair.trail()) + onForms(repair);
        said.forEach(
                (field, words) -> assertThat(read).as("who reads %s", field).contains(words));
    }

    /** What the forms of those who act next say and begin with. */
    private String onForms(RepairCase repair) {
        StringBuilder shown = new StringBuilder();
        for (Task task : engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(repair.number())
                .list()) {
            try (InputStream form = engine.getFormService().getDeployedTaskForm(task.getId())) {
                Set<String> names = new TreeSet<>();
                collect(JSON.readTree(form), names);
                engine.getTaskService()
                        .getVariables(task.getId(), names)
                        .values()
                        .forEach(value -> shown.append('\n').append(value));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return shown.toString();
    }

    private static void collect(JsonNode component, Set<String> names) {
        names.add(component.path("key").asText());
        SHOWN.matcher(component.path("text").asText()).results().forEach(name -> names.add(name.group()));
        component.path("components").forEach(child -> collect(child, names));
    }

    private static List<Path> forms() {
        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            return files.filter(file -> file.toString().endsWith(".form"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String id(Path form) {
        return form.getFileName().toString().replace(".form", "");
    }

    private static Stream<String> texts(Path form) {
        try {
            return texts(JSON.readTree(form.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What has a pattern is a number, a date or a time. */
    private static Stream<String> texts(JsonNode component) {
        boolean text =
                List.of("textfield", "textarea").contains(component.path("type").asText())
                        && !component.path("validate").has("pattern");
        Stream.Builder<String> all = Stream.builder();
        if (text) {
            all.add(component.path("key").asText());
        }
        component.path("components").forEach(child -> texts(child).forEach(all::add));
        return all.build();
    }
}
