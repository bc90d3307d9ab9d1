package org.baoxiu.upgrade;

import static org.baoxiu.testing.Answers.fields;
import static org.baoxiu.testing.Answers.with;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What people fill into the forms of v0.1.0, spelled as those forms submit it, whatever today's forms are like. They stay as
 * they are: a case that was begun with a form is finished with it.
 */
final class FormsOfRelease {

    private static final Map<String, Map<String, Object>> USUAL = Map.ofEntries(
            Map.entry(
                    "Task_RegisterRequest",
                    fields(
                            "itemCode",
                            "PL-01",
                            "emergency",
                            false,
                            "forcedEntry",
                            false,
                            "lossOrInjury",
                            false,
                            "underWarranty",
                            false)),
            Map.entry(
                    "Task_ObtainApplication",
                    fields(
                            "applicationReceived",
                            true,
                            "applicant",
                            "张三",
                            "applicationReference",
                            "申请 2026-01",
                            "applicationDate",
                            "2026-11-20")),
            Map.entry(
                    "Task_AssessFault",
                    fields(
                            "itemCode",
                            "PL-14",
                            "assessedCause",
                            "垫圈老化",
                            "estimatedHours",
                            6,
                            "lossOrInjury",
                            false,
                            "surveyNeeded",
                            false)),
            Map.entry(
                    "Task_SurveySite",
                    fields(
                            "surveyFindings",
                            "阀体开裂",
                            "itemCode",
                            "PL-14",
                            "assessedCause",
                            "阀体开裂",
                            "estimatedHours",
                            6.5)),
            Map.entry("Task_HandleImportant", fields("measures", "安排两人处理", "leadDecision", "keep")),
            Map.entry("Task_PickUpSlip", fields("technicianId", "", "toolsReady", true)),
            Map.entry(
                    "Task_VisitSite",
                    fields(
                            "visitOutcome",
                            "arrived",
                            "uniformAndManners",
                            true,
                            "suppliesBrought",
                            true,
                            "enteredPolitely",
                            true)),
            Map.entry("Task_RescheduleVisit", fields("contactNote", "电话约定")),
            Map.entry(
                    "Task_QuoteRepair",
                    fields(
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
                            45.5)),
            Map.entry(
                    "Task_ObtainConsent",
                    fields("consentOutcome", "agreed", "consentBy", "张三", "consentRelation", "owner")),
            Map.entry(
                    "Task_CarryOutRepair",
                    fields(
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
                            true)),
            Map.entry("Task_SupportRepair", fields("supportAdvice", "更换整个阀体", "technicianId", "")),
            Map.entry("Task_AgreeDeferral", fields("ownerTold", true)),
            Map.entry(
                    "Task_AcceptRepair",
                    fields(
                            "acceptanceOutcome",
                            "accepted",
                            "acceptedBy",
                            "张三",
                            "acceptedRelation",
                            "owner",
                            "signed",
                            true)),
            Map.entry("Task_ReportResult", fields("reportChannel", "radio")),
            Map.entry("Task_ReviewFee", fields("feeDecision", "approve", "collection", "monthly")),
            Map.entry(
                    "Task_VerifyPublicRepair",
                    fields("verificationOutcome", "passed", "materialsGenuine", true, "qualityGood", true)),
            Map.entry(
                    "Task_CallBackOwner",
                    fields("callBackOutcome", "reached", "faultFixed", "yes", "score", "5", "conductComplaint", false)),
            Map.entry("Task_ImproveService", fields("improvementMeasures", "早会通报并改进排班", "ownerInformed", true)),
            Map.entry("Task_AnswerComplaint", fields("complaintAnswer", "已致电道歉并说明安排")),
            Map.entry("Task_ReportAccident", fields("accidentSummary", "楼上爆管，泡坏楼下吊顶")),
            Map.entry("Task_AnswerOwner", fields("accidentAnswer", "三天内修复吊顶并赔偿", "ownerInformed", true)),
            Map.entry("Task_PlanSolution", fields("accidentPlan", "水电工换管，木工修吊顶，周五前完成")),
            Map.entry("Task_SolveAccident", fields("accidentSolution", "水管已换，吊顶已修复")),
            Map.entry("Task_StateCause", fields("accidentStatement", "管接头老化未及时更换，今后每年检查")),
            Map.entry("Task_CloseAccident", fields("closingNote", "业主认可，结案")),
            Map.entry("Task_HandleEscalation", fields("escalationNote", "马上督促办理")),
            Map.entry("Task_CheckMonth", fields("figuresChecked", true, "checkNote", "已核对")),
            Map.entry("Task_ReceivePack", fields("packReceived", true)));

    private FormsOfRelease() {}

    /**
     * @param form the one that belongs to the task: nobody can submit what it does not ask for
     * @param now  times that are promised are three hours later
     */
    static Map<String, Object> answer(String task, InputStream form, Instant now) {
        String later = now.plus(Duration.ofHours(3))
                .atZone(ZoneId.systemDefault())
                .toOffsetDateTime()
                .toString();
        Map<String, Object> answer =
                with(USUAL.get(task), "appointmentAt", later, "promisedTime", later, "newTime", later);
        answer.keySet().retainAll(fieldsOf(form));
        return new HashMap<>(answer);
    }

    private static Set<String> fieldsOf(InputStream form) {
        try {
            Set<String> keys = new HashSet<>();
            collect(new ObjectMapper().readTree(form), keys);
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(JsonNode component, Set<String> keys) {
        if (component.hasNonNull("key")) {
            keys.add(component.path("key").asText());
        }
        component.path("components").forEach(child -> collect(child, keys));
    }
}
