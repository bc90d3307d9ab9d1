package org.baoxiu.process.repair;

import static org.baoxiu.process.form.Field.choice;
import static org.baoxiu.process.form.Field.day;
import static org.baoxiu.process.form.Field.moment;
import static org.baoxiu.process.form.Field.number;
import static org.baoxiu.process.form.Field.telephone;
import static org.baoxiu.process.form.Field.text;
import static org.baoxiu.process.form.Field.tick;
import static org.baoxiu.process.form.Field.time;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.baoxiu.process.form.Field;
import org.baoxiu.process.form.Form;
import org.baoxiu.shared.TypedTime.Side;
import org.baoxiu.slip.Area;
import org.baoxiu.slip.Channel;
import org.baoxiu.slip.VisitOutcome;
import org.baoxiu.slip.WorkOutcome;

/**
 * The contract with {@code processes/repair-request.bpmn}: its key, messages, elements, forms and their typed fields. No
 * other class spells a name of that model.
 */
public final class RepairRequestProcess {

    public static final String KEY = "repairRequest";

    private RepairRequestProcess() {}

    /** Messages, correlated by business key, which is the slip number. */
    public static final class Messages {
        public static final String REPAIR_REPORTED = "RepairReported";
        public static final String OWNER_URGED = "OwnerUrged";
        public static final String OWNER_COMPLAINED = "OwnerComplained";
        public static final String REQUEST_CANCELLED = "RequestCancelled";
        public static final String CONSENT_GIVEN = "ConsentGiven";
        public static final String CONSENT_REFUSED = "ConsentRefused";
        public static final String REPAIR_ACCEPTED = "RepairAccepted";
        public static final String REPAIR_REJECTED = "RepairRejected";
        public static final String VISIT_RESCHEDULED = "VisitRescheduled";
        public static final String OWNER_RATED = "OwnerRated";

        private Messages() {}
    }

    /** User tasks and waiting events, by their ids in the model. */
    public static final class Elements {
        public static final String REGISTER_REQUEST = "Task_RegisterRequest";
        public static final String OBTAIN_APPLICATION = "Task_ObtainApplication";
        public static final String SUPPLEMENT_APPLICATION = "Task_SupplementApplication";
        public static final String TEAM_REACHED = "Event_TeamReached";
        public static final String ASSESS_FAULT = "Task_AssessFault";
        public static final String SURVEY_SITE = "Task_SurveySite";
        public static final String HANDLE_IMPORTANT = "Task_HandleImportant";
        public static final String PICK_UP_SLIP = "Task_PickUpSlip";
        public static final String VISIT_SITE = "Task_VisitSite";
        public static final String RESCHEDULE_VISIT = "Task_RescheduleVisit";
        public static final String QUOTE_REPAIR = "Task_QuoteRepair";
        public static final String OBTAIN_CONSENT = "Task_ObtainConsent";
        public static final String CARRY_OUT_REPAIR = "Task_CarryOutRepair";
        public static final String SUPPORT_REPAIR = "Task_SupportRepair";
        public static final String AGREE_DEFERRAL = "Task_AgreeDeferral";
        public static final String PROMISED_TIME = "Event_PromisedTime";
        public static final String ACCEPT_REPAIR = "Task_AcceptRepair";
        public static final String REPORT_RESULT = "Task_ReportResult";
        public static final String REVIEW_FEE = "Task_ReviewFee";
        public static final String VERIFY_PUBLIC_REPAIR = "Task_VerifyPublicRepair";
        public static final String CALL_BACK_OWNER = "Task_CallBackOwner";
        public static final String CALL_BACK_DUE = "Event_CallBackDue";
        public static final String OWNER_RATED_MEANWHILE = "Event_OwnerRatedMeanwhile";
        public static final String IMPROVE_SERVICE = "Task_ImproveService";
        public static final String ANSWER_COMPLAINT = "Task_AnswerComplaint";
        public static final String ACCIDENT_CLOSED = "Event_AccidentClosed";
        public static final String IMPORTANT_SETTLED = "Event_ImportantSettled";
        public static final String HANDLE_ESCALATION = "Task_HandleEscalation";

        private Elements() {}
    }

    /** Options that the server offers to a form, local to its task. */
    public static final class Options {
        public static final String CATALOGUE = "catalogueOptions";
        public static final String TECHNICIANS = "technicianOptions";
        public static final String ITEM_NOTES = "itemNotes";
        public static final String OPEN_SLIPS_HERE = "openSlipsHere";

        private Options() {}
    }

    /** What belongs to one clock that somebody is told about, local to the sub-process that tells. */
    public static final class ClockLocals {
        public static final String COMMITMENT_ID = "commitmentId";
        public static final String KIND = "clockKind";
        public static final String STAGE = "clockStage";
        public static final String GROUP = "escalationGroup";
        public static final String ASSIGNEE = "escalationAssignee";
        public static final String TASK = "escalationTask";
        public static final String ACTIONS = "escalationActions";
        public static final String TEXT = "escalationText";
        public static final Set<String> ALL = Set.of(COMMITMENT_ID, KIND, STAGE, GROUP, ASSIGNEE, TASK, ACTIONS, TEXT);
        /** What the task of whoever is told keeps. */
        public static final Set<String> OF_TASK = Set.of(COMMITMENT_ID, ACTIONS, TEXT);

        private ClockLocals() {}
    }

    /** What whoever is told of a missed promise may do about it; which of them is offered says the escalation table. */
    public enum EscalationAction {
        ACKNOWLEDGE,
        REASSIGN,
        ADD_PEOPLE,
        TAKE_OVER,
        APPROVE,
        NEW_TIME
    }

    public enum ConsentOutcome {
        AGREED,
        REQUOTE,
        REFUSED
    }

    public enum Relation {
        OWNER,
        DEPUTY
    }

    public enum AcceptanceOutcome {
        ACCEPTED,
        REJECTED
    }

    public enum VerificationOutcome {
        PASSED,
        FAILED
    }

    public enum CallBackOutcome {
        REACHED,
        NOT_REACHED
    }

    public enum YesNo {
        YES,
        NO
    }

    public enum LeadDecision {
        KEEP,
        DOWNGRADE
    }

    public enum FeeDecision {
        APPROVE,
        REDUCE
    }

    public enum ReportChannel {
        SYSTEM("系统"),
        PHONE("电话"),
        RADIO("对讲机");

        private final String label;

        ReportChannel(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** The fields of the forms, each with the check of its values. */
    public static final class Fields {
        public static final Field<Channel> CHANNEL = choice("channel", "报修渠道", Channel.class);
        public static final Field<String> OFFICE = text("office", "管理处", 40);
        public static final Field<Area> AREA = choice("area", "部位", Area.class);
        public static final Field<String> REPORTER_NAME = text("reporterName", "报修人", 50);
        public static final Field<String> REPORTER_PHONE = telephone("reporterPhone", "联系电话");
        public static final Field<String> PLACE = text("place", "地点", 200);
        public static final Field<String> FAULT = text("faultDescription", "故障情况", 1000);
        public static final Field<Instant> RECEIVED_AT = moment("receivedAt", "收到时间", Side.PAST);
        public static final Field<String> RECEIVED_REASON = text("receivedReason", "补记原因", 200);
        public static final Field<String> PAPER_NUMBER = text("paperNumber", "纸质单编号", 20);
        public static final List<Field<LocalTime>> PAPER_TIMES = List.of(
                time("paperNotified", "通知维修班"),
                time("paperArrived", "到场"),
                time("paperStarted", "开始维修"),
                time("paperFinished", "修理完毕"),
                time("paperAccepted", "业主签字"),
                time("paperReported", "反馈结果"));

        public static final Field<String> ITEM_CODE = text("itemCode", "维修项目", 20);
        public static final Field<Instant> WANTED_AT = moment("wantedAt", "希望上门时间", Side.FUTURE);
        public static final Field<String> WANTED_NOTE = text("wantedNote", "对上门时间的说明", 100);
        public static final Field<Boolean> EMERGENCY = tick("emergency", "紧急");
        public static final Field<Boolean> FORCED_ENTRY = tick("forcedEntry", "需要撬锁破门");
        public static final Field<Boolean> LOSS_OR_INJURY = tick("lossOrInjury", "管理处有责任的重大损失或人员受伤");
        public static final Field<Boolean> UNDER_WARRANTY = tick("underWarranty", "在保修期内");
        public static final Field<Boolean> AREA_CONFIRMED = tick("areaConfirmed", "部位与项目不同，已核实");
        public static final Field<String> CLERK_NOTE = text("clerkNote", "备注", 500);

        public static final Field<Boolean> APPLICATION_RECEIVED = tick("applicationReceived", "已收到书面申请");
        public static final Field<String> APPLICANT = text("applicant", "申请人", 50);
        public static final Field<String> APPLICATION_REFERENCE = text("applicationReference", "申请书编号或存放处", 100);
        public static final Field<LocalDate> APPLICATION_DATE = day("applicationDate", "申请日期", Side.PAST);

        public static final Field<String> ASSESSED_CAUSE = text("assessedCause", "判断的原因", 500);
        public static final Field<BigDecimal> ESTIMATED_HOURS = number("estimatedHours", "预计工时（小时）", "0.1", "240", 2);
        public static final Field<Boolean> SURVEY_NEEDED = tick("surveyNeeded", "需要现场勘查");
        public static final Field<String> SURVEY_FINDINGS = text("surveyFindings", "勘查情况", 1000);

        public static final Field<String> MEASURES = text("measures", "处理措施", 1000);
        public static final Field<LeadDecision> LEAD_DECISION = choice("leadDecision", "决定", LeadDecision.class);
        public static final Field<String> DOWNGRADE_REASON = text("downgradeReason", "降级理由", 500);

        public static final Field<String> ASSIGNED_TO = text("technicianId", "派给", 64);
        public static final Field<Boolean> TOOLS_READY = tick("toolsReady", "工具和材料已备齐");
        public static final Field<VisitOutcome> VISIT_OUTCOME = choice("visitOutcome", "上门结果", VisitOutcome.class);
        public static final Field<Boolean> UNIFORM_AND_MANNERS = tick("uniformAndManners", "着装整齐，态度礼貌");
        public static final Field<Boolean> SUPPLIES_BROUGHT = tick("suppliesBrought", "工具、维修单、配件、鞋套、垫布、抹布、笔已带齐");
        public static final Field<Boolean> ENTERED_POLITELY = tick("enteredPolitely", "先敲门，经同意后进门；有地毯的穿鞋套");
        public static final Field<String> VISIT_REASON = text("visitReason", "原因", 500);
        public static final Field<String> TRANSFER_TO = text("transferTo", "转给", 64);
        public static final Field<Instant> APPOINTMENT_AT = moment("appointmentAt", "约定时间", Side.FUTURE);
        public static final Field<String> CONTACT_NOTE = text("contactNote", "联系情况", 500);

        public static final Field<String> FOUND_CAUSE = text("foundCause", "查明的原因", 500);
        public static final Field<String> WORK_PLAN = text("workPlan", "维修内容", 1000);
        public static final Field<BigDecimal> LABOUR = number("labourYuan", "人工费（元）", "0", "99999.99", 2);
        public static final Field<Boolean> OFFICE_FAULT = tick("officeFault", "由管理处造成");
        public static final Field<Boolean> NOISE_OR_SMELL = tick("noiseOrSmell", "施工有较大噪音或气味");
        public static final List<MaterialRow> MATERIALS =
                IntStream.rangeClosed(1, 5).mapToObj(MaterialRow::of).toList();
        public static final Field<Instant> COMPLETION_AT = moment("completionAt", "预计完成时间", Side.FUTURE);
        public static final Field<ConsentOutcome> CONSENT_OUTCOME =
                choice("consentOutcome", "业主意见", ConsentOutcome.class);
        public static final Field<String> CONSENT_BY = text("consentBy", "同意人", 50);
        public static final Field<Relation> CONSENT_RELATION = choice("consentRelation", "同意人身份", Relation.class);
        public static final Field<Boolean> NOISE_CONSENT = tick("noiseConsent", "业主同意施工有噪音或气味");
        public static final Field<String> CONSENT_REASON = text("consentReason", "业主理由或要求", 500);
        public static final Field<WorkOutcome> WORK_OUTCOME = choice("workOutcome", "维修进展", WorkOutcome.class);
        public static final Field<String> WORK_REASON = text("workReason", "原因", 500);
        public static final Field<String> WORK_DONE = text("workDone", "完成的内容", 1000);
        public static final Field<Boolean> FUNCTION_RESTORED = tick("functionRestored", "功能已恢复");
        public static final Field<Boolean> SITE_CLEARED = tick("siteCleared", "现场已清理");
        public static final Field<Boolean> SAFETY_CHECKED = tick("safetyChecked", "作业安全，未留隐患");
        public static final Field<Boolean> TOOLS_ON_MAT = tick("toolsOnMat", "工具放在垫布上");
        public static final Field<String> SUPPORT_ADVICE = text("supportAdvice", "支援意见", 1000);
        public static final Field<String> REASSIGNED_TO = text("technicianId", "改派给", 64);
        public static final Field<Boolean> OWNER_TOLD = tick("ownerTold", "已致电业主，说明原因");
        public static final Field<Instant> PROMISED_TIME = moment("promisedTime", "约定时间", Side.FUTURE);
        public static final Field<String> DEFERRAL_NOTE = text("deferralNote", "备注", 500);

        public static final Field<AcceptanceOutcome> ACCEPTANCE_OUTCOME =
                choice("acceptanceOutcome", "业主验收", AcceptanceOutcome.class);
        public static final Field<String> ACCEPTED_BY = text("acceptedBy", "验收人", 50);
        public static final Field<Relation> ACCEPTED_RELATION = choice("acceptedRelation", "验收人身份", Relation.class);
        public static final Field<Boolean> SIGNED = tick("signed", "验收人已签字");
        public static final Field<String> REJECTION_REASON = text("rejectionReason", "不合格的原因", 500);
        public static final Field<ReportChannel> REPORT_CHANNEL = choice("reportChannel", "反馈方式", ReportChannel.class);
        public static final Field<String> REPORT_NOTE = text("reportNote", "说明", 500);
        public static final Field<FeeDecision> FEE_DECISION = choice("feeDecision", "审核", FeeDecision.class);
        public static final Field<BigDecimal> REDUCED_TO = number("reducedToYuan", "减免后应收（元）", "0", "99999999.99", 2);
        public static final Field<String> REDUCTION_REASON = text("reductionReason", "减免理由", 500);
        public static final Field<String> COLLECTION = text("collection", "收款方式", 20);
        public static final Field<VerificationOutcome> VERIFICATION_OUTCOME =
                choice("verificationOutcome", "核查结果", VerificationOutcome.class);
        public static final Field<Boolean> MATERIALS_GENUINE = tick("materialsGenuine", "用料属实");
        public static final Field<Boolean> QUALITY_GOOD = tick("qualityGood", "质量合格");
        public static final Field<String> VERIFICATION_NOTE = text("verificationNote", "不合格的情况", 500);

        public static final Field<CallBackOutcome> CALL_BACK_OUTCOME =
                choice("callBackOutcome", "回访结果", CallBackOutcome.class);
        public static final Field<YesNo> FAULT_FIXED = choice("faultFixed", "故障修好了吗", YesNo.class);
        public static final Field<String> SCORE = text("score", "满意度", "[1-5]", "请选择 1 至 5 分。");
        public static final Field<Boolean> CONDUCT_COMPLAINT = tick("conductComplaint", "业主投诉服务态度");
        public static final Field<String> OWNER_WORDS = text("ownerWords", "业主原话", 1000);
        public static final Field<String> IMPROVEMENT_MEASURES = text("improvementMeasures", "改进措施", 1000);
        public static final Field<Boolean> OWNER_INFORMED = tick("ownerInformed", "已告知业主");
        public static final Field<Boolean> LOSS_REPORTED = tick("lossOrInjuryReported", "管理处有责任的重大损失或人员受伤");
        public static final Field<EscalationAction> ESCALATION_ACTION =
                choice("escalationAction", "处理", EscalationAction.class);
        public static final Field<String> ESCALATION_TECHNICIAN = text("technicianId", "维修人员", 64);
        public static final Field<Instant> NEW_TIME = moment("newTime", "完成时间", Side.FUTURE);
        public static final Field<String> ESCALATION_NOTE = text("escalationNote", "说明", 500);
        public static final Field<BigDecimal> QUOTE_SEEN = number("quoteSeen", "报价编号", "1", "999999999999", 0);
        public static final Field<BigDecimal> ROUND_SEEN = number("roundSeen", "返修次数", "0", "9999", 0);
        public static final Field<String> COMPLAINT_ANSWER = text("complaintAnswer", "处理和答复", 1000);

        private Fields() {}
    }

    /**
     * One of the fixed rows for materials.
     *
     * @param price yuan per unit
     */
    public record MaterialRow(Field<String> name, Field<BigDecimal> quantity, Field<BigDecimal> price) {

        static MaterialRow of(int row) {
            return new MaterialRow(
                    text("material" + row + "Name", "材料 " + row + " 名称", 60),
                    Field.number("material" + row + "Quantity", "材料 " + row + " 数量", "0.001", "9999", 3),
                    Field.number("material" + row + "Price", "材料 " + row + " 单价（元）", "0", "99999.99", 2));
        }

        Stream<Field<?>> fields() {
            return Stream.of(name, quantity, price);
        }
    }

    /** The forms with what may be submitted by each. */
    public static final class Forms {
        private static final Field<?>[] MATERIAL_FIELDS =
                Fields.MATERIALS.stream().flatMap(MaterialRow::fields).toArray(Field<?>[]::new);

        public static final Form REPORT_REPAIR = Form.of(
                        "report-repair",
                        Fields.CHANNEL,
                        Fields.OFFICE,
                        Fields.AREA,
                        Fields.REPORTER_NAME,
                        Fields.REPORTER_PHONE,
                        Fields.PLACE,
                        Fields.FAULT,
                        Fields.RECEIVED_AT,
                        Fields.RECEIVED_REASON,
                        Fields.PAPER_NUMBER)
                .with(Fields.PAPER_TIMES.toArray(Field<?>[]::new));
        public static final Form REGISTER_REQUEST = Form.of(
                "register-request",
                Fields.ITEM_CODE,
                Fields.WANTED_AT,
                Fields.EMERGENCY,
                Fields.FORCED_ENTRY,
                Fields.LOSS_OR_INJURY,
                Fields.UNDER_WARRANTY,
                Fields.AREA_CONFIRMED,
                Fields.CLERK_NOTE);
        public static final Form OBTAIN_APPLICATION = Form.of(
                "obtain-application",
                Fields.APPLICATION_RECEIVED,
                Fields.APPLICANT,
                Fields.APPLICATION_REFERENCE,
                Fields.APPLICATION_DATE);
        public static final Form SUPPLEMENT_APPLICATION =
                new Form("supplement-application", OBTAIN_APPLICATION.inputs());
        public static final Form ASSESS_FAULT = Form.of(
                "assess-fault",
                Fields.ITEM_CODE,
                Fields.ASSESSED_CAUSE,
                Fields.ESTIMATED_HOURS,
                Fields.LOSS_OR_INJURY,
                Fields.SURVEY_NEEDED,
                Fields.AREA_CONFIRMED);
        public static final Form SURVEY_SITE = Form.of(
                "survey-site",
                Fields.SURVEY_FINDINGS,
                Fields.ITEM_CODE,
                Fields.ASSESSED_CAUSE,
                Fields.ESTIMATED_HOURS,
                Fields.AREA_CONFIRMED);
        public static final Form HANDLE_IMPORTANT =
                Form.of("handle-important", Fields.MEASURES, Fields.LEAD_DECISION, Fields.DOWNGRADE_REASON);
        public static final Form PICK_UP_SLIP = Form.of("pick-up-slip", Fields.ASSIGNED_TO, Fields.TOOLS_READY);
        public static final Form VISIT_SITE = Form.of(
                "visit-site",
                Fields.VISIT_OUTCOME,
                Fields.UNIFORM_AND_MANNERS,
                Fields.SUPPLIES_BROUGHT,
                Fields.ENTERED_POLITELY,
                Fields.VISIT_REASON,
                Fields.TRANSFER_TO);
        public static final Form RESCHEDULE_VISIT =
                Form.of("reschedule-visit", Fields.APPOINTMENT_AT, Fields.CONTACT_NOTE);
        public static final Form QUOTE_REPAIR = Form.of(
                        "quote-repair",
                        Fields.FOUND_CAUSE,
                        Fields.WORK_PLAN,
                        Fields.LABOUR,
                        Fields.OFFICE_FAULT,
                        Fields.UNDER_WARRANTY,
                        Fields.NOISE_OR_SMELL,
                        Fields.COMPLETION_AT)
                .with(MATERIAL_FIELDS);
        public static final Form OBTAIN_CONSENT = Form.of(
                "obtain-consent",
                Fields.CONSENT_OUTCOME,
                Fields.CONSENT_BY,
                Fields.CONSENT_RELATION,
                Fields.NOISE_CONSENT,
                Fields.CONSENT_REASON);
        public static final Form CARRY_OUT_REPAIR = Form.of(
                        "carry-out-repair",
                        Fields.WORK_OUTCOME,
                        Fields.WORK_REASON,
                        Fields.FOUND_CAUSE,
                        Fields.WORK_DONE,
                        Fields.FUNCTION_RESTORED,
                        Fields.SITE_CLEARED,
                        Fields.SAFETY_CHECKED,
                        Fields.TOOLS_ON_MAT)
                .with(MATERIAL_FIELDS);
        public static final Form SUPPORT_REPAIR =
                Form.of("support-repair", Fields.SUPPORT_ADVICE, Fields.REASSIGNED_TO);
        public static final Form AGREE_DEFERRAL =
                Form.of("agree-deferral", Fields.OWNER_TOLD, Fields.PROMISED_TIME, Fields.DEFERRAL_NOTE);
        public static final Form ACCEPT_REPAIR = Form.of(
                "accept-repair",
                Fields.ACCEPTANCE_OUTCOME,
                Fields.ACCEPTED_BY,
                Fields.ACCEPTED_RELATION,
                Fields.SIGNED,
                Fields.REJECTION_REASON);
        public static final Form REPORT_RESULT = Form.of("report-result", Fields.REPORT_CHANNEL, Fields.REPORT_NOTE);
        public static final Form REVIEW_FEE = Form.of(
                "review-fee", Fields.FEE_DECISION, Fields.REDUCED_TO, Fields.REDUCTION_REASON, Fields.COLLECTION);
        public static final Form VERIFY_PUBLIC_REPAIR = Form.of(
                "verify-public-repair",
                Fields.VERIFICATION_OUTCOME,
                Fields.MATERIALS_GENUINE,
                Fields.QUALITY_GOOD,
                Fields.VERIFICATION_NOTE);
        public static final Form CALL_BACK_OWNER = Form.of(
                "call-back-owner",
                Fields.CALL_BACK_OUTCOME,
                Fields.FAULT_FIXED,
                Fields.SCORE,
                Fields.CONDUCT_COMPLAINT,
                Fields.OWNER_WORDS);
        public static final Form IMPROVE_SERVICE =
                Form.of("improve-service", Fields.IMPROVEMENT_MEASURES, Fields.OWNER_INFORMED);
        public static final Form HANDLE_ESCALATION = Form.of(
                "handle-escalation",
                Fields.ESCALATION_ACTION,
                Fields.ESCALATION_TECHNICIAN,
                Fields.NEW_TIME,
                Fields.ESCALATION_NOTE);
        public static final Form ANSWER_COMPLAINT = Form.of("answer-complaint", Fields.COMPLAINT_ANSWER);

        private Forms() {}
    }

    /** What the messages of an owner bring along, by the fields of the forms that staff fills in for an owner. */
    public static final class OwnerMessages {

        /** An owner says at once when the visit suits (4.3.1.3); for a caller the clerk enters it with the registration. */
        public static final Form REPORT = Forms.REPORT_REPAIR.with(Fields.WANTED_AT, Fields.WANTED_NOTE);

        public static final Form WORDS = Form.of("owner-words", Fields.OWNER_WORDS, Fields.LOSS_REPORTED);
        /** The owner answers to the quote that was shown, and to no other. */
        public static final Form CONSENT = Forms.OBTAIN_CONSENT.with(Fields.QUOTE_SEEN);
        /** The owner judges the work that was shown, and confirms function and site separately (Q5). */
        public static final Form ACCEPTANCE =
                Forms.ACCEPT_REPAIR.with(Fields.FUNCTION_RESTORED, Fields.SITE_CLEARED, Fields.ROUND_SEEN);

        public static final Form APPOINTMENT = Forms.RESCHEDULE_VISIT;
        public static final Form RATING = Forms.CALL_BACK_OWNER;

        private OwnerMessages() {}
    }
}
