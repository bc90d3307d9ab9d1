package org.baoxiu.property;

import static org.baoxiu.process.contractor.ContractorOrderProcess.Elements.CONTRACTOR_ARRIVAL;
import static org.baoxiu.process.contractor.ContractorOrderProcess.Elements.CONTRACTOR_RESULT;
import static org.baoxiu.process.contractor.ContractorOrderProcess.Elements.ORDER_CONTRACTOR;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.baoxiu.dispatch.Candidate;
import org.baoxiu.dispatch.Contractors;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.fee.Bill;
import org.baoxiu.fee.Fees;
import org.baoxiu.fee.MaterialLine;
import org.baoxiu.fee.Quote;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.SlipState;
import org.baoxiu.testing.PlainForm;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;

/** Everything that a person may rightly answer at a task, in the order from the usual to the odd. */
public final class LegalAnswers {

    /** For whoever looks at no form; what only a contractor may repair is not among them. */
    private static final List<String> ITEMS = Dmn.readModelFromFile(
                    Path.of("processes", "repair-catalogue.dmn").toFile())
            .getModelElementsByType(Rule.class)
            .stream()
            .filter(rule -> !isForContractors(rule))
            .map(rule -> rule.getInputEntries()
                    .iterator()
                    .next()
                    .getTextContent()
                    .strip()
                    .replace("\"", ""))
            .toList();

    /** Yuan that labour and material may cost, so that with the charge for the visit they stay below a million. */
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000 - 100);

    private static final MaterialLine DEAREST =
            new MaterialLine("镀金水龙头", new BigDecimal("9999"), new BigDecimal("99999.99"));

    private static final Set<SlipState> BEFORE_WORK = EnumSet.of(
            SlipState.RECEIVED,
            SlipState.REGISTERED,
            SlipState.NOTIFIED,
            SlipState.PICKED_UP,
            SlipState.ON_SITE,
            SlipState.QUOTED);
    private static final Set<String> NEEDS_PEOPLE = Set.of("reassign", "addPeople");
    /** What waits for the director's approval of an overdue important repair (5.2). */
    private static final Set<String> GO_ON = Set.of(PICK_UP_SLIP, QUOTE_REPAIR, CARRY_OUT_REPAIR);

    private final Choices choices;
    private final Dispatch dispatch;
    private final Fees fees;
    private final Contractors contractors;
    private boolean ownerNeverAnswers;
    /** By the form that is being filled in; null where the form is not looked at. */
    private Offered offered;

    public LegalAnswers(Choices choices, Dispatch dispatch, Fees fees, Contractors contractors) {
        this.choices = choices;
        this.dispatch = dispatch;
        this.fees = fees;
        this.contractors = contractors;
    }

    public Answer report(Instant now) {
        ownerNeverAnswers = choices.happens(15);
        Answer answer = new Answer()
                .needs(
                        "channel",
                        choices.oneOf(
                                "phone", "frontDesk", "letter", "fax", "patrol", "otherDepartment", "dutyDirector"))
                .needs("office", choices.oneOf("一号管理处", "二号管理处"))
                .needs("area", choices.mostly(75, "inside", "public"))
                .needs("reporterName", text(50))
                .needs("reporterPhone", "13800000000")
                .needs("place", text(200))
                .needs("faultDescription", text(1000));
        return choices.happens(20)
                ? answer.may("receivedAt", now.minus(Duration.ofDays(1)).toString())
                : answer;
    }

    private static boolean isForContractors(Rule rule) {
        List<String> outputs = ((DecisionTable) rule.getParentElement())
                .getOutputs().stream().map(Output::getName).toList();
        return List.copyOf(rule.getOutputEntries())
                .get(outputs.indexOf("contractorOnly"))
                .getTextContent()
                .strip()
                .equals("true");
    }

    /** From now on what the form of an open task offers is chosen from, and nothing else. */
    void lookAt(Offered offered) {
        this.offered = offered;
    }

    /** @param by who answers */
    public Answer at(String task, Slip slip, String by, Instant now) {
        return switch (task) {
            case REGISTER_REQUEST -> registration(slip, now);
            case OBTAIN_APPLICATION, SUPPLEMENT_APPLICATION ->
                new Answer()
                        .needs("applicationReceived", true)
                        .needs("applicant", text(50))
                        .needs("applicationReference", text(100))
                        .needs("applicationDate", today(now).toString());
            case ASSESS_FAULT ->
                assessment().may("lossOrInjury", choices.happens(10)).may("surveyNeeded", choices.happens(40));
            case SURVEY_SITE -> assessment().needs("surveyFindings", text(1000));
            case HANDLE_IMPORTANT -> leadDecision(slip);
            case PICK_UP_SLIP -> pickUp(slip, by);
            case VISIT_SITE -> visit(slip);
            case RESCHEDULE_VISIT ->
                new Answer().needs("appointmentAt", later(now)).may("contactNote", choices.oneOf("", text(500)));
            case QUOTE_REPAIR -> quote(slip);
            case OBTAIN_CONSENT -> consent(slip);
            case CARRY_OUT_REPAIR -> work(slip);
            case SUPPORT_REPAIR -> support(slip);
            case AGREE_DEFERRAL ->
                new Answer()
                        .needs("ownerTold", true)
                        .needs("promisedTime", later(now))
                        .may("deferralNote", text(500));
            case ACCEPT_REPAIR -> acceptance();
            case REVIEW_FEE -> feeReview(slip, by);
            case VERIFY_PUBLIC_REPAIR ->
                choices.happens(30)
                        ? new Answer().needs("verificationOutcome", "failed").needs("verificationNote", text(500))
                        : new Answer()
                                .needs("verificationOutcome", "passed")
                                .needs("materialsGenuine", true)
                                .needs("qualityGood", true);
            case CALL_BACK_OWNER -> callBack(slip);
            case ORDER_CONTRACTOR -> order(slip, now);
            case CONTRACTOR_ARRIVAL ->
                choices.happens(40)
                        ? contractorPutsOff("contractorArrival", now)
                        : contractor("contractorArrival", "arrived").needs("contractorArrivedAt", now.toString());
            case CONTRACTOR_RESULT ->
                choices.happens(30)
                        ? contractorPutsOff("contractorResult", now)
                        : contractor("contractorResult", "done").needs("contractorWorkDone", text(500));
            default -> plain(task);
        };
    }

    private Answer plain(String task) {
        Answer answer = new Answer();
        new PlainForm(this::text, options -> choices.oneOf(options)).of(task).forEach(answer::needs);
        return answer;
    }

    /** @param actions what the one who is told may do */
    public Answer escalation(List<String> actions, Slip slip, Instant now) {
        // whoever looks at no form does not know whether there is somebody to reassign from
        List<String> possible = offered != null
                ? offered.at("escalationAction")
                : actions.stream().filter(action -> !action.equals("reassign")).toList();
        String action = choices.oneOf(possible.stream()
                .filter(one -> !NEEDS_PEOPLE.contains(one)
                        || slip.item() != null && !others(slip).isEmpty())
                .toList());
        Answer answer = new Answer().needs("escalationAction", action).needs("escalationNote", text(500));
        return switch (action) {
            case "addPeople", "reassign" -> answer.needs("technicianId", choices.oneOf(others(slip)));
            case "approve", "newTime" -> answer.needs("newTime", later(now));
            default -> answer;
        };
    }

    /** @param kind {@code urge}, {@code complain} or {@code cancel} */
    public static boolean ownerMay(String kind, Slip slip) {
        return !slip.state().ended()
                && (!kind.equals("cancel")
                        || !slip.accidentOpen()
                                && BEFORE_WORK.contains(slip.state())
                                && slip.work().startedAt() == null);
    }

    /** Whether nobody may go on with this task before the director has approved. */
    public static boolean waitsForApproval(String task, Slip slip) {
        return slip.schedule().approvalNeeded() && GO_ON.contains(task);
    }

    /** Likewise, and what only a contractor may repair, or one has been called to, is not finished before that (Q3). */
    public boolean mustWait(String task, Slip slip) {
        return waitsForApproval(task, slip)
                || task.equals(CARRY_OUT_REPAIR)
                        && (Contractors.isNeeded(slip) && !contractors.isDone(slip)
                                || contractors.underWay(slip.number()).isPresent());
    }

    private Answer order(Slip slip, Instant now) {
        List<String> suitable = contractors.suitable(slip.number()).stream()
                .map(one -> Long.toString(one.id()))
                .toList();
        if (!Contractors.isNeeded(slip) && (suitable.isEmpty() || choices.happens(25))) {
            return contractor("orderWay", "nothing").needs("contractorReason", text(500));
        }
        // where only a contractor may repair there is nothing to choose
        Answer give = Contractors.isNeeded(slip)
                ? new Answer().may("orderWay", "give").writtenAnew("technician", "slipNumber")
                : contractor("orderWay", "give");
        return give.needs("contractorId", choices.oneOf(offered == null ? suitable : offered.at("contractorId")))
                .needs("contractorCalledAt", now.toString())
                .needs("contractorAgreedAt", later(now))
                .may("contractorOrderNumber", choices.oneOf("", "Q-17"));
    }

    private Answer contractorPutsOff(String field, Instant now) {
        Answer answer = choices.happens(60)
                ? contractor(field, "newTime").needs("contractorAgreedAt", later(now))
                : contractor(field, "handedBack");
        return answer.needs("contractorReason", text(500));
    }

    /** The order writes its own variables anew after each step, whatever was submitted under their names. */
    private static Answer contractor(String field, String value) {
        return new Answer().needs(field, value).writtenAnew("technician", "slipNumber");
    }

    private Answer registration(Slip slip, Instant now) {
        // somebody may have put an item right that nobody had registered yet
        Answer answer = (slip.diagnosis().itemCode() == null
                        ? new Answer().needs("itemCode", item())
                        : new Answer().changes("itemCode", item()))
                .may("forcedEntry", choices.happens(15))
                .may("lossOrInjury", choices.happens(10))
                .may("emergency", choices.happens(15))
                .may("underWarranty", choices.happens(15))
                .may("areaConfirmed", true);
        return choices.happens(30) ? answer.may("wantedAt", later(now)).may("clerkNote", text(500)) : answer;
    }

    private String item() {
        return choices.oneOf("PL-01", "PL-14", choices.oneOf(offered == null ? ITEMS : offered.at("itemCode")));
    }

    private Answer assessment() {
        return new Answer()
                .changes("itemCode", item())
                .changes("assessedCause", text(500))
                .changes("estimatedHours", choices.<Object>oneOf(1, 0.1, 4, 4.01, 240))
                .may("areaConfirmed", true);
    }

    private Answer leadDecision(Slip slip) {
        Answer answer = new Answer().needs("measures", text(1000));
        boolean canGoDown = offered != null
                ? offered.at("leadDecision").contains("downgrade")
                : !slip.state().ended()
                        && !slip.accidentOpen()
                        && slip.repairClass().above(RepairClass.DAILY);
        return canGoDown && choices.happens(30)
                ? answer.needs("leadDecision", "downgrade").needs("downgradeReason", text(500))
                : answer.needs("leadDecision", "keep");
    }

    private Answer pickUp(Slip slip, String by) {
        return candidates(slip).contains(by)
                ? new Answer().needs("toolsReady", true).may("technicianId", choices.oneOf("", by))
                : new Answer().needs("technicianId", choices.oneOf(others(slip)));
    }

    private Answer visit(Slip slip) {
        List<String> others = others(slip);
        Answer answer = new Answer();
        return switch (choices.mostly(
                60, "arrived", "ownerAbsent", others.isEmpty() ? "returned" : "transferred", "returned")) {
            case "arrived" ->
                answer.needs("visitOutcome", "arrived")
                        .needs("uniformAndManners", true)
                        .needs("suppliesBrought", true)
                        .needs("enteredPolitely", true);
            case "ownerAbsent" -> answer.needs("visitOutcome", "ownerAbsent").needs("visitReason", text(500));
            case "transferred" ->
                answer.needs("visitOutcome", "transferred")
                        .needs("visitReason", text(500))
                        .needs("transferTo", choices.oneOf(others));
            default -> answer.needs("visitOutcome", "returned").needs("visitReason", text(500));
        };
    }

    private Answer quote(Slip slip) {
        BigDecimal labour = slip.item().inPriceList()
                ? slip.item().labourPrice()
                : choices.oneOf(
                        new BigDecimal("200"), BigDecimal.ZERO, new BigDecimal("350.5"), new BigDecimal("99999.99"));
        return quote(slip, labour, lines(labour));
    }

    private Answer quote(Slip slip, BigDecimal labour, List<MaterialLine> lines) {
        Answer answer = new Answer()
                .changes("foundCause", text(500))
                .needs("workPlan", text(1000))
                .may("officeFault", choices.happens(10))
                .may("underWarranty", choices.happens(10))
                .may("noiseOrSmell", choices.happens(25));
        if (!slip.item().inPriceList()) {
            answer.needs("labourYuan", labour.doubleValue());
        }
        materials(answer, lines);
        return answer;
    }

    /** A slip of the pen: each figure could be right, the sum of a million or more is not. */
    Answer quoteOfMillions(Slip slip) {
        return quote(slip, BigDecimal.ZERO, linesOfMillions());
    }

    List<MaterialLine> linesOfMillions() {
        MaterialLine half = new MaterialLine("水泵", new BigDecimal("10"), new BigDecimal("50000"));
        return choices.oneOf(List.of(half, half), List.of(DEAREST), Collections.nCopies(5, DEAREST));
    }

    private Answer consent(Slip slip) {
        return switch (choices.mostly(60, "agreed", "requote", "refused")) {
            case "agreed" -> {
                Answer answer = new Answer()
                        .needs("consentOutcome", "agreed")
                        .changes("consentBy", text(50))
                        .may("consentRelation", choices.oneOf("owner", "deputy"));
                yield slip.diagnosis().noiseOrSmell() ? answer.needs("noiseConsent", true) : answer;
            }
            case "requote" -> new Answer().needs("consentOutcome", "requote").needs("consentReason", text(500));
            default -> new Answer().needs("consentOutcome", "refused").needs("consentReason", text(500));
        };
    }

    /** Also whose certificate has run out meanwhile may finish; in a public area no owner is asked again. */
    private Answer work(Slip slip) {
        if (!choices.happens(45)) {
            return finishedWork(slip.publicArea() ? lines(slip.item().labourPrice()) : agreedLines(slip));
        }
        return interruptedWork(
                offered != null
                        ? choices.oneOf(offered.at("workOutcome").stream()
                                .filter(one -> !one.equals("done"))
                                .toList())
                        : slip.publicArea()
                                ? choices.oneOf("help", "defer")
                                : choices.oneOf("help", "defer", "change"));
    }

    Answer interruptedWork(String outcome) {
        return new Answer().needs("workOutcome", outcome).needs("workReason", text(500));
    }

    Answer finishedWork(List<MaterialLine> lines) {
        Answer answer = new Answer()
                .needs("workOutcome", "done")
                .changes("foundCause", text(500))
                .needs("workDone", text(1000))
                .needs("functionRestored", true)
                .needs("siteCleared", true)
                .needs("safetyChecked", true)
                .needs("toolsOnMat", true);
        materials(answer, lines);
        return answer;
    }

    private boolean hasQualifiedTechnician(Slip slip) {
        return candidates(slip).contains(slip.technician());
    }

    private Answer support(Slip slip) {
        Answer answer = new Answer().needs("supportAdvice", text(1000));
        return others(slip).isEmpty() || hasQualifiedTechnician(slip) && !choices.happens(40)
                ? answer.may("technicianId", "")
                : answer.may("technicianId", choices.oneOf(others(slip)));
    }

    /** A fen more than the owner of this unit agreed to, where the owner pays at all and it is no slip of the pen. */
    Optional<Answer> dearerWork(Slip slip) {
        boolean free = slip.publicArea()
                || slip.rework()
                || slip.agreement().consentedAmount().signum() == 0;
        if (free || slip.agreement().consentedAmount().compareTo(BigDecimal.valueOf(90_000)) > 0) {
            return Optional.empty();
        }
        return Optional.of(finishedWork(List.of(new MaterialLine(
                "镀金水龙头", BigDecimal.ONE, slip.agreement().consentedAmount().add(new BigDecimal("0.01"))))));
    }

    /** All or some of what the owner agreed to. */
    private List<MaterialLine> agreedLines(Slip slip) {
        List<MaterialLine> lines =
                fees.latestQuote(slip.number()).map(Quote::materials).orElseThrow();
        return choices.happens(30) ? lines.subList(0, lines.size() / 2) : lines;
    }

    /** From nothing to all that five rows hold, as far as it stays below a million together with the labour. */
    private List<MaterialLine> lines(BigDecimal labour) {
        List<MaterialLine> lines = new ArrayList<>();
        BigDecimal left = MOST.subtract(labour);
        while (lines.size() < 5 && choices.happens(45)) {
            MaterialLine line = new MaterialLine(
                    text(60),
                    new BigDecimal(choices.oneOf("1", "0.01", "2.5", "99", "0.001", "9999")),
                    new BigDecimal(choices.oneOf("45.5", "0", "0.01", "999.99", "99999.99")));
            if (line.amount().compareTo(left) <= 0) {
                lines.add(line);
                left = left.subtract(line.amount());
            }
        }
        return lines;
    }

    private static void materials(Answer answer, List<MaterialLine> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String row = "material" + (i + 1);
            answer.may(row + "Name", lines.get(i).name())
                    .changes(row + "Quantity", lines.get(i).quantity().doubleValue())
                    .changes(row + "Price", lines.get(i).unitPrice().doubleValue());
        }
    }

    private Answer acceptance() {
        return choices.happens(25)
                ? new Answer().needs("acceptanceOutcome", "rejected").needs("rejectionReason", text(500))
                : new Answer()
                        .needs("acceptanceOutcome", "accepted")
                        .changes("acceptedBy", text(50))
                        .needs("signed", true)
                        .may("acceptedRelation", choices.oneOf("owner", "deputy"));
    }

    /** Only who may let an owner off lowers a fee (3.5). */
    private Answer feeReview(Slip slip, String person) {
        Answer answer = new Answer().needs("collection", choices.oneOf("monthly", "cash", "transfer"));
        BigDecimal bill =
                fees.latestBill(slip.number()).map(Bill::amounts).orElseThrow().ownerPays();
        return bill.signum() > 0 && person.equals("clerklead") && choices.happens(30)
                ? answer.needs("feeDecision", "reduce")
                        .needs("reductionReason", text(500))
                        .needs(
                                "reducedToYuan",
                                choices.oneOf(
                                                BigDecimal.ZERO,
                                                bill.divide(BigDecimal.valueOf(1000), 2, RoundingMode.DOWN))
                                        .doubleValue())
                : answer.needs("feeDecision", "approve");
    }

    /** After a refused quote nobody asks whether the fault is fixed. */
    private Answer callBack(Slip slip) {
        if (ownerNeverAnswers || choices.happens(30)) {
            return new Answer().needs("callBackOutcome", "notReached");
        }
        Answer reached = new Answer().needs("callBackOutcome", "reached");
        return (slip.state() == SlipState.REFUSED
                        ? reached
                        : reached.needs("faultFixed", choices.mostly(70, "yes", "no")))
                .needs("score", choices.oneOf("5", "4", "3", "2", "1"))
                .may("conductComplaint", choices.happens(15))
                .may("ownerWords", choices.oneOf("", text(500)));
    }

    /** Whom the form offers: each form that has such a list has it under one of these names. */
    private List<String> others(Slip slip) {
        return offered != null
                ? Stream.of("technicianId", "transferTo")
                        .flatMap(field -> offered.at(field).stream())
                        .toList()
                : candidates(slip).stream()
                        .filter(candidate -> !candidate.equals(slip.technician()))
                        .toList();
    }

    List<String> candidates(Slip slip) {
        return dispatch.candidates(slip.number()).stream()
                .map(Candidate::technician)
                .toList();
    }

    /** Mostly a few words, sometimes as many as fit, sometimes with what means something in Markdown. */
    private String text(int max) {
        return choices.mostly(80, "厨房水龙头", "长".repeat(max), "&".repeat(max), "第一行\n# <b>第二行</b> {{slipNumber}}");
    }

    private String later(Instant now) {
        return now.plus(choices.oneOf(Duration.ofHours(2), Duration.ofMinutes(1), Duration.ofDays(3)))
                .atZone(ZoneId.systemDefault())
                .toOffsetDateTime()
                .toString();
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneId.systemDefault());
    }
}
