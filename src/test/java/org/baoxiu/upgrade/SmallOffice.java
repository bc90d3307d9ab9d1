package org.baoxiu.upgrade;

import static org.baoxiu.process.month.MonthCase.CHECKED;
import static org.baoxiu.process.month.MonthCase.RECEIVED;
import static org.baoxiu.process.month.MonthEndProcess.Elements.CHECK_MONTH;
import static org.baoxiu.process.month.MonthEndProcess.Elements.RECEIVE_PACK;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.process.repair.accident.RepairAccidentProcess.Elements.ANSWER_OWNER;
import static org.baoxiu.process.repair.accident.RepairAccidentProcess.Elements.CLOSE_ACCIDENT;
import static org.baoxiu.process.repair.accident.RepairAccidentProcess.Elements.PLAN_SOLUTION;
import static org.baoxiu.process.repair.accident.RepairAccidentProcess.Elements.REPORT_ACCIDENT;
import static org.baoxiu.process.repair.accident.RepairAccidentProcess.Elements.SOLVE_ACCIDENT;
import static org.baoxiu.process.repair.accident.RepairAccidentProcess.Elements.STATE_CAUSE;
import static org.baoxiu.testing.Answers.*;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.fee.Fees;
import org.baoxiu.monthend.MonthEnd;
import org.baoxiu.owner.OwnerSteps;
import org.baoxiu.photo.PhotoKind;
import org.baoxiu.photo.Photos;
import org.baoxiu.photo.Picture;
import org.baoxiu.process.collection.FeeCollectionProcess;
import org.baoxiu.process.month.MonthCase;
import org.baoxiu.process.repair.RepairRequestProcess;
import org.baoxiu.process.technician.TechnicianRecordProcess;
import org.baoxiu.shared.Person;
import org.baoxiu.slip.ReservedNumbers;
import org.baoxiu.slip.Signatory;
import org.baoxiu.slip.photo.Uploads;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.camunda.bpm.engine.ProcessEngine;

/** A small office from August to the 23rd of November 2026, told in the order in which things happen. */
record SmallOffice(
        Office office,
        ProcessEngine engine,
        MonthEnd months,
        Fees fees,
        OwnerSteps owner,
        Photos photos,
        ReservedNumbers sheets) {

    private static final Person TECHNICIAN = new Person("tech1", Set.of("maintenance"));
    private static final Signatory OWNER = new Signatory("张三", false);

    /** Three months that are over: closed, handed over, frozen. */
    void threeMonths() {
        at("2026-08-12T09:00:00+08:00");
        closed(toBeCalledBack());
        visiting().ownerCalls("cancel");
        month("2026-09-01T00:05:00+08:00").does("clerk1", CHECK_MONTH, CHECKED).does("affairs", RECEIVE_PACK, RECEIVED);

        at("2026-09-15T09:00:00+08:00");
        RepairCase paid = closed(toBeCalledBack());
        collects("clerk1", paid, "payment", "amountYuan", 50, "paymentWay", "cash");
        closed(lamp().does("clerk1", VERIFY_PUBLIC_REPAIR, verified()));
        closed(onSite().does("tech1", QUOTE_REPAIR, quoted()).does("tech1", OBTAIN_CONSENT, refused()));
        month("2026-10-01T00:05:00+08:00").does("clerklead", CHECK_MONTH, CHECKED);

        at("2026-10-13T09:00:00+08:00");
        RepairCase reduced = closed(acceptedWork(working())
                .does("tech1", REPORT_RESULT, reported())
                .does(
                        "clerk1",
                        REVIEW_FEE,
                        fields(
                                "feeDecision",
                                "reduce",
                                "reducedToYuan",
                                80,
                                "reductionReason",
                                "等候时间过长",
                                "collection",
                                "cash")));
        collects("clerk1", reduced, "payment", "amountYuan", 80, "paymentWay", "transfer");
        collects("director", reduced, "waiver", "amountYuan", 10, "collectionReason", "上门迟到");
        collects("clerk2", reduced, "refund", "amountYuan", 10, "paymentWay", "cash", "collectionReason", "上门迟到");
        closed(toAccident(
                "",
                acceptedWork(working(accident()))
                        .does("tech1", REPORT_RESULT, reported())
                        .does("clerk1", REVIEW_FEE, feeApproved())));
        RepairCase again = toBeCalledBack()
                .does("clerk1", CALL_BACK_OWNER, notFixed())
                .does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, arrived())
                .does("tech1", CARRY_OUT_REPAIR, done());
        closed(acceptedWork(again).does("tech1", REPORT_RESULT, reported()).does("clerk1", REVIEW_FEE, feeApproved()));
        RepairCase late = registeredTap();
        office.timePasses(Duration.ofMinutes(40));
        late.dueTimersFire()
                .does("supervisor", late.told(CommitmentKind.ARRIVAL).get(0), escalated("acknowledge"));
        toBeCalledBack(working(late))
                .does("clerk2", CALL_BACK_OWNER, dissatisfied())
                .does("clerklead", IMPROVE_SERVICE, improved());
        office.timeIs("2026-10-20T13:00:00+08:00");
        RepairCase sheet = onPaper(
                "2026-10-20T11:30:00+08:00",
                "paperNotified",
                "11:32",
                "paperArrived",
                "11:40",
                "paperStarted",
                "11:45",
                "paperFinished",
                "12:10",
                "paperAccepted",
                "12:12",
                "paperReported",
                "12:18");
        closed(toBeCalledBack(working(sheet.does("clerk1", REGISTER_REQUEST, registered("PL-01")))));
        month("2026-11-01T00:05:00+08:00");
    }

    /** One case at each place where a case can wait, and several that have met with more than others. */
    void openCases() {
        at("2026-11-20T09:00:00+08:00");
        office.starts(
                "supervisor",
                TechnicianRecordProcess.KEY,
                fields(
                        "technicianId",
                        "tech3",
                        "qualification",
                        "electrical",
                        "certificateNumber",
                        "电-2026-7",
                        "expiresOn",
                        "2027-01-31"));
        important().does("clerklead", HANDLE_IMPORTANT, kept());
        RepairCase overdueRegistration = tap();
        RepairCase overdueArrival = registeredTap();
        RepairCase overdueWork = working();
        RepairCase overdueResult = working().does("tech1", CARRY_OUT_REPAIR, done());
        RepairCase overdueCall = working().does("tech1", CARRY_OUT_REPAIR, interrupted("defer"));
        RepairCase overdueAccident = accident();
        lamp();
        for (int hours : List.of(1, 25, 50)) {
            office.timeIs(Instant.parse("2026-11-20T01:00:00Z").plus(Duration.ofHours(hours)));
            List.of(overdueRegistration, overdueArrival, overdueWork, overdueResult, overdueCall, overdueAccident)
                    .forEach(RepairCase::dueTimersFire);
        }

        at("2026-11-22T15:00:00+08:00");
        RepairCase calledTwice = toBeCalledBack().does("clerk1", CALL_BACK_OWNER, notReached());
        office.timePasses(Duration.ofHours(4));
        calledTwice.dueTimersFire();
        working()
                .does("tech1", CARRY_OUT_REPAIR, interrupted("defer"))
                .does("clerk1", AGREE_DEFERRAL, deferredTo(Instant.parse("2026-11-24T01:00:00Z")));

        at("2026-11-23T09:30:00+08:00");
        for (String step : List.of(
                REPORT_ACCIDENT, ANSWER_OWNER, PLAN_SOLUTION, SOLVE_ACCIDENT, STATE_CAUSE, CLOSE_ACCIDENT, "")) {
            toAccident(step, accident());
        }
        acceptedWork(working(accident()))
                .does("tech1", REPORT_RESULT, reported())
                .does("clerk1", REVIEW_FEE, feeApproved())
                .does("clerk1", CALL_BACK_OWNER, satisfied());
        important();
        toBeCalledBack(working(important())).does("clerk2", CALL_BACK_OWNER, satisfied());
        working(important());
        working().does("tech1", CARRY_OUT_REPAIR, interrupted("help"));
        working().does("tech1", CARRY_OUT_REPAIR, interrupted("defer"));
        working().does("tech1", CARRY_OUT_REPAIR, interrupted("change"));
        working().does("tech1", CARRY_OUT_REPAIR, done()).does("tech1", ACCEPT_REPAIR, rejected());
        onSite().does("tech1", QUOTE_REPAIR, quoted()).does("tech1", OBTAIN_CONSENT, requote());
        toBeCalledBack();
        toBeCalledBack().does("clerk1", CALL_BACK_OWNER, notReached());
        toBeCalledBack().does("clerk1", CALL_BACK_OWNER, dissatisfied());
        toBeCalledBack().does("clerk1", CALL_BACK_OWNER, notFixed());
        acceptedWork(working()).does("tech1", REPORT_RESULT, reported());
        lamp().does("clerk1", VERIFY_PUBLIC_REPAIR, verificationFailed());

        at("2026-11-23T09:55:00+08:00");
        office.reports("clerk1", leakingTap())
                .does("clerk1", REGISTER_REQUEST, with(registered("DL-08"), "forcedEntry", true));
        office.reports("clerk1", leakingTap()).does("clerk1", REGISTER_REQUEST, registered("PL-14"));
        office.reports("clerk1", leakingTap())
                .does("clerk1", REGISTER_REQUEST, registered("PL-14"))
                .does("supervisor", ASSESS_FAULT, with(assessed("PL-14", 6), "surveyNeeded", true));
        registeredTap().ownerCalls("urge").ownerCalls("complain");
        visiting();
        visiting().does("tech1", VISIT_SITE, ownerAbsent());
        office.reports("clerk1", leakingTap())
                .does("clerk1", REGISTER_REQUEST, registered("LS-05"))
                .does("tech2", PICK_UP_SLIP, pickedUp())
                .does("tech2", VISIT_SITE, transferredTo("tech1"));
        onSite();
        onSite().does("tech1", QUOTE_REPAIR, quoted());
        working();
        RepairCase agreedOnline = onSite().does("tech1", QUOTE_REPAIR, quoted());
        owner.agree(
                agreedOnline.number(),
                fees.latestQuote(agreedOnline.number()).orElseThrow().id(),
                OWNER,
                false);
        agreedOnline.does("tech1", CARRY_OUT_REPAIR, done());
        photos.add(agreedOnline.number(), PhotoKind.AFTER, List.of(Picture.of(Uploads.jpeg(60, 40))), TECHNICIAN);
        RepairCase signed = working().does("tech1", CARRY_OUT_REPAIR, done());
        owner.accept(signed.number(), 0, OWNER, true, true);
        photos.add(signed.number(), PhotoKind.SIGNATURE, List.of(Picture.of(Uploads.jpeg(60, 40))), Person.owner());
        sheets.reserve(1, new Person("clerk1", Set.of("customerService")));
        onPaper("2026-11-23T09:50:00+08:00", "paperNotified", "09:52");
        tap().submits("clerk1", REGISTER_REQUEST, registered("PL-01"));
        RepairCase online =
                office.message(RepairRequestProcess.Messages.REPAIR_REPORTED, with(leakingTap(), "channel", "web"));
        photos.add(online.number(), PhotoKind.REPORT, List.of(Picture.of(Uploads.jpeg(60, 40))), Person.owner());
    }

    private void at(String time) {
        office.timeIs(time);
    }

    private MonthCase month(String night) {
        at(night);
        return MonthCase.next(office, engine, months).timerFires().backgroundWorkRuns();
    }

    private RepairCase tap() {
        return office.reports("clerk1", leakingTap());
    }

    private RepairCase registeredTap() {
        return tap().does("clerk1", REGISTER_REQUEST, registered("PL-01"));
    }

    private RepairCase visiting() {
        return registeredTap().does("tech1", PICK_UP_SLIP, pickedUp());
    }

    private RepairCase onSite() {
        return visiting().does("tech1", VISIT_SITE, arrived());
    }

    private RepairCase working() {
        return working(registeredTap());
    }

    private static RepairCase working(RepairCase repair) {
        repair.does("tech1", PICK_UP_SLIP, pickedUp()).does("tech1", VISIT_SITE, arrived());
        return repair.does(
                        "tech1",
                        QUOTE_REPAIR,
                        repair.slip().item().inPriceList() ? quoted() : with(quoted(), "labourYuan", 80))
                .does("tech1", OBTAIN_CONSENT, agreed());
    }

    private static RepairCase acceptedWork(RepairCase repair) {
        if (repair.openTasks().contains(CARRY_OUT_REPAIR)) {
            repair.does("tech1", CARRY_OUT_REPAIR, done());
        }
        return repair.does("tech1", ACCEPT_REPAIR, accepted());
    }

    private RepairCase toBeCalledBack() {
        return toBeCalledBack(working());
    }

    private static RepairCase toBeCalledBack(RepairCase working) {
        return acceptedWork(working).does("tech1", REPORT_RESULT, reported()).does("clerk1", REVIEW_FEE, feeApproved());
    }

    private static RepairCase closed(RepairCase repair) {
        return repair.does("clerk2", CALL_BACK_OWNER, satisfied());
    }

    private RepairCase lamp() {
        return office.reports("tech1", darkCorridor())
                .does("tech1", REGISTER_REQUEST, registered("PB-01"))
                .does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, arrived())
                .does("tech1", CARRY_OUT_REPAIR, done());
    }

    private RepairCase important() {
        return tap().does("clerk1", REGISTER_REQUEST, registered("PL-14"))
                .does("supervisor", ASSESS_FAULT, assessed("PL-14", 6));
    }

    private RepairCase accident() {
        return tap().does("clerk1", REGISTER_REQUEST, with(registered("PL-01"), "lossOrInjury", true))
                .does("supervisor", ASSESS_FAULT, assessed("PL-01", 1));
    }

    /** Up to the step, which stays open; without one the accident is over. */
    private static RepairCase toAccident(String step, RepairCase repair) {
        Map<String, Map<String, Object>> answers = Map.of(
                REPORT_ACCIDENT,
                accidentReported(),
                ANSWER_OWNER,
                accidentAnswered(),
                PLAN_SOLUTION,
                accidentPlanned(),
                SOLVE_ACCIDENT,
                accidentSolved(),
                STATE_CAUSE,
                causeStated(),
                CLOSE_ACCIDENT,
                accidentClosed());
        Map<String, String> people = Map.of(
                REPORT_ACCIDENT,
                "clerklead",
                ANSWER_OWNER,
                "director",
                PLAN_SOLUTION,
                "director",
                SOLVE_ACCIDENT,
                "supervisor",
                STATE_CAUSE,
                "supervisor",
                CLOSE_ACCIDENT,
                "director");
        for (String next :
                List.of(REPORT_ACCIDENT, ANSWER_OWNER, PLAN_SOLUTION, SOLVE_ACCIDENT, STATE_CAUSE, CLOSE_ACCIDENT)) {
            if (next.equals(step)) {
                break;
            }
            repair.does(people.get(next), next, answers.get(next));
        }
        return repair;
    }

    private RepairCase onPaper(String received, Object... times) {
        Instant now = office.now();
        office.timeIs(OffsetDateTime.parse(received).toInstant().minusSeconds(600));
        String number = sheets.reserve(1, new Person("clerk1", Set.of("customerService")))
                .get(0);
        office.timeIs(now);
        return office.reports("clerk1", with(with(leakingTap(), "receivedAt", received, "paperNumber", number), times));
    }

    private void collects(String person, RepairCase repair, String event, Object... more) {
        office.starts(
                person,
                FeeCollectionProcess.KEY,
                with(fields("slipNumber", repair.number(), "collectionEvent", event), more));
    }
}
