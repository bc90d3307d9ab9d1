package org.baoxiu.testing;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** What people usually fill in, form by form; a test changes what matters to it. */
public final class Answers {

    private Answers() {}

    /** The fields of a form, given as name, value, name, value … */
    public static Map<String, Object> fields(Object... pairs) {
        Map<String, Object> fields = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put((String) pairs[i], pairs[i + 1]);
        }
        return fields;
    }

    /** The same answers with some of them changed. */
    public static Map<String, Object> with(Map<String, Object> answers, Object... pairs) {
        Map<String, Object> changed = new HashMap<>(answers);
        changed.putAll(fields(pairs));
        return changed;
    }

    public static Map<String, Object> without(Map<String, Object> answers, String field) {
        Map<String, Object> changed = new HashMap<>(answers);
        changed.remove(field);
        return changed;
    }

    public static Map<String, Object> leakingTap() {
        return fields(
                "channel",
                "phone",
                "office",
                "一号管理处",
                "area",
                "inside",
                "reporterName",
                "张三",
                "reporterPhone",
                "13800000000",
                "place",
                "3 栋 502",
                "faultDescription",
                "厨房水龙头漏水");
    }

    public static Map<String, Object> darkCorridor() {
        return fields(
                "channel",
                "patrol",
                "office",
                "一号管理处",
                "area",
                "public",
                "reporterName",
                "巡视员",
                "reporterPhone",
                "010-12345678",
                "place",
                "5 栋 3 层楼道",
                "faultDescription",
                "楼道灯不亮");
    }

    public static Map<String, Object> registered(String itemCode) {
        return fields(
                "itemCode",
                itemCode,
                "emergency",
                false,
                "forcedEntry",
                false,
                "lossOrInjury",
                false,
                "underWarranty",
                false);
    }

    public static Map<String, Object> application() {
        return fields(
                "applicationReceived",
                true,
                "applicant",
                "张三",
                "applicationReference",
                "申请 12 号",
                "applicationDate",
                "今天");
    }

    public static Map<String, Object> assessed(String itemCode, double hours) {
        return fields(
                "itemCode",
                itemCode,
                "assessedCause",
                "垫圈老化",
                "estimatedHours",
                hours,
                "lossOrInjury",
                false,
                "surveyNeeded",
                false);
    }

    public static Map<String, Object> surveyed(String itemCode, double hours) {
        return fields("surveyFindings", "阀体开裂", "itemCode", itemCode, "assessedCause", "阀体开裂", "estimatedHours", hours);
    }

    public static Map<String, Object> pickedUp() {
        return fields("technicianId", "", "toolsReady", true);
    }

    public static Map<String, Object> assignedTo(String technician) {
        return fields("technicianId", technician, "toolsReady", false);
    }

    public static Map<String, Object> arrived() {
        return fields(
                "visitOutcome", "arrived", "uniformAndManners", true, "suppliesBrought", true, "enteredPolitely", true);
    }

    public static Map<String, Object> ownerAbsent() {
        return fields("visitOutcome", "ownerAbsent", "visitReason", "敲门无人应答");
    }

    public static Map<String, Object> returned() {
        return fields("visitOutcome", "returned", "visitReason", "缺少专用工具");
    }

    public static Map<String, Object> transferredTo(String technician) {
        return fields("visitOutcome", "transferred", "visitReason", "另一处抢修", "transferTo", technician);
    }

    public static Map<String, Object> appointment(Instant time) {
        return fields("appointmentAt", time.toString(), "contactNote", "电话约定");
    }

    /** One tap at 45.50 yuan; the labour comes from the price list. */
    public static Map<String, Object> quoted() {
        return fields(
                "foundCause",
                "垫圈老化",
                "workPlan",
                "更换水龙头",
                "officeFault",
                false,
                "underWarranty",
                false,
                "noiseOrSmell",
                false,
                "material1Name",
                "水龙头",
                "material1Quantity",
                1,
                "material1Price",
                45.5);
    }

    public static Map<String, Object> agreed() {
        return fields("consentOutcome", "agreed", "consentBy", "张三", "consentRelation", "owner");
    }

    public static Map<String, Object> refused() {
        return fields("consentOutcome", "refused", "consentReason", "价格太高");
    }

    public static Map<String, Object> requote() {
        return fields("consentOutcome", "requote", "consentReason", "想换便宜的水龙头");
    }

    public static Map<String, Object> done() {
        return fields(
                "workOutcome",
                "done",
                "foundCause",
                "垫圈老化",
                "workDone",
                "更换水龙头并试水",
                "functionRestored",
                true,
                "siteCleared",
                true,
                "safetyChecked",
                true,
                "toolsOnMat",
                true);
    }

    /** {@code change}, {@code help} or {@code defer}. */
    public static Map<String, Object> interrupted(String outcome) {
        return fields("workOutcome", outcome, "workReason", "阀体也坏了");
    }

    public static Map<String, Object> supported() {
        return fields("supportAdvice", "更换整个阀体", "technicianId", "");
    }

    public static Map<String, Object> deferredTo(Instant time) {
        return fields(
                "ownerTold",
                true,
                "promisedTime",
                time.atZone(ZoneId.systemDefault()).toOffsetDateTime().toString());
    }

    public static Map<String, Object> accepted() {
        return fields("acceptanceOutcome", "accepted", "acceptedBy", "张三", "acceptedRelation", "owner", "signed", true);
    }

    public static Map<String, Object> rejected() {
        return fields("acceptanceOutcome", "rejected", "rejectionReason", "还在滴水");
    }

    public static Map<String, Object> reported() {
        return fields("reportChannel", "radio");
    }

    public static Map<String, Object> feeApproved() {
        return fields("feeDecision", "approve", "collection", "monthly");
    }

    public static Map<String, Object> verified() {
        return fields("verificationOutcome", "passed", "materialsGenuine", true, "qualityGood", true);
    }

    public static Map<String, Object> verificationFailed() {
        return fields("verificationOutcome", "failed", "verificationNote", "灯具与登记的不符");
    }

    public static Map<String, Object> satisfied() {
        return fields("callBackOutcome", "reached", "faultFixed", "yes", "score", "5", "conductComplaint", false);
    }

    public static Map<String, Object> notReached() {
        return fields("callBackOutcome", "notReached");
    }

    public static Map<String, Object> notFixed() {
        return fields(
                "callBackOutcome",
                "reached",
                "faultFixed",
                "no",
                "score",
                "2",
                "conductComplaint",
                false,
                "ownerWords",
                "又漏了");
    }

    public static Map<String, Object> dissatisfied() {
        return fields(
                "callBackOutcome",
                "reached",
                "faultFixed",
                "yes",
                "score",
                "2",
                "conductComplaint",
                false,
                "ownerWords",
                "等太久");
    }

    public static Map<String, Object> improved() {
        return fields("improvementMeasures", "早会通报并改进排班", "ownerInformed", true);
    }

    public static Map<String, Object> kept() {
        return fields("measures", "安排两人处理", "leadDecision", "keep");
    }

    public static Map<String, Object> downgraded() {
        return fields("measures", "现场核实后可当日完成", "leadDecision", "downgrade", "downgradeReason", "实际只需半小时");
    }

    public static Map<String, Object> complaintAnswered() {
        return fields("complaintAnswer", "已致电道歉并说明安排");
    }

    /** What somebody answers who was told of a missed promise. */
    public static Map<String, Object> escalated(String action, Object... more) {
        return with(fields("escalationAction", action, "escalationNote", "马上督促办理"), more);
    }

    public static Map<String, Object> accidentReported() {
        return fields("accidentSummary", "楼上爆管，泡坏楼下吊顶");
    }

    public static Map<String, Object> accidentAnswered() {
        return fields("accidentAnswer", "三天内修复吊顶并赔偿", "ownerInformed", true);
    }

    public static Map<String, Object> accidentPlanned() {
        return fields("accidentPlan", "水电工换管，木工修吊顶，周五前完成");
    }

    public static Map<String, Object> accidentSolved() {
        return fields("accidentSolution", "水管已换，吊顶已修复");
    }

    public static Map<String, Object> causeStated() {
        return fields("accidentStatement", "管接头老化未及时更换，今后每年检查");
    }

    public static Map<String, Object> accidentClosed() {
        return fields("closingNote", "业主认可，结案");
    }

    /** What is done with a call about a slip: {@code urge}, {@code complain}, {@code cancel} … */
    public static Map<String, Object> call(String slipNumber, String kind) {
        Map<String, Object> call = fields("slipNumber", slipNumber, "contactKind", kind, "ownerWords", "等了很久");
        return kind.equals("cancel") ? with(call, "cancelConfirmed", true) : call;
    }
}
