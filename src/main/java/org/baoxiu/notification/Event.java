package org.baoxiu.notification;

import java.util.Arrays;
import java.util.Locale;

/**
 * What people are told of. Who gets which text through which channel is in the decision table of notifications; a test
 * compares the events with the table and with what can happen in the models, both ways.
 */
public enum Event {
    // clocks
    CLOCK_WARNING("时限将到"),
    CLOCK_MISSED("已超时"),
    CLOCK_AGAIN("超时后仍未完成"),
    HAND_OVER_WARNING("月报移交将到期"),
    HAND_OVER_MISSED("月报移交超时"),
    HAND_OVER_AGAIN("月报仍未移交"),
    VERIFICATION_REMINDER("提醒公共部位交单核查"),
    /** Causes of the month that is to be frozen wait for the supervisor's word and signature (4.7.7). */
    CAUSES_UNSIGNED("提醒原因处置签字"),
    /** The public holidays of a year are missing or not confirmed. */
    HOLIDAYS_MISSING("节假日没有确认"),
    /** How the work stands, for whoever wants to know it each morning. */
    MORNING_FIGURES("早上的数字"),
    // the team learns of a slip, or does not (4.3.2, 4.6.1b)
    NEW_SLIP("新报修"),
    TEAM_NOT_REACHED("维修班没有收到通知"),
    NO_QUALIFIED_PERSON("没有合格人员"),
    // only a contractor may repair, or the one on the way is not needed any more (Q3)
    CONTRACTOR_NEEDED("要联系外包单位"),
    CONTRACTOR_CALLED_OFF("外包单位不用来了"),
    // the owner's word (4.1, 4.2.1.1, 4.3.4.4, 4.3.4.8, S7)
    URGED("业主催办"),
    COMPLAINED("业主投诉"),
    WITHDRAWN("业主取消报修"),
    /** The slip was mistaken, and nobody need go. */
    CALLED_OFF("误登记作废，不用再去"),
    /** Another fault of the same report has a slip of its own now. */
    SLIP_SPLIT("拆出另一张单"),
    /** The slip has ended in another one about the same fault, and nobody need go for it. */
    JOINED_AWAY("已并单，不用再去"),
    FAULT_ADDED("业主补充情况"),
    PHONE_CORRECTED("业主更正电话"),
    /** The owner has added something on the page. */
    OWNER_REMARK("业主留言"),
    /** What was registered wrongly has been put right. */
    SLIP_CORRECTED("登记有更正"),
    APPOINTMENT_MADE("与业主改约上门时间"),
    CONSENT_GIVEN("业主同意报价"),
    ANOTHER_QUOTE("业主要求重新报价"),
    REPAIR_REFUSED("业主不同意维修"),
    ACCEPTED("业主验收合格"),
    ACCEPTANCE_REFUSED("验收不合格"),
    NOT_FIXED("回访没有修好"),
    RATED_BADLY("业主评价不好"),
    // the class goes up (4.2, 4.4)
    CLASS_RAISED("升为重要维修"),
    ACCIDENT_DECLARED("界定为维修事故"),
    // hands (3.3, S4, 4.7.4)
    ASSIGNED("派单"),
    TRANSFERRED("转单"),
    REASSIGNED("改派"),
    RETURNED("退单"),
    HELPER_ADDED("增派人员"),
    SUPPORT_GIVEN("答复技术支援"),
    /** Somebody of the office has left word for whoever has the slip. */
    OFFICE_REMARK("办公室留言"),
    WORK_HANDED_OVER("工作移交"),
    WORK_RELEASED("工作退回小组"),
    /** The same of a task that is about no slip. */
    TASK_HANDED_OVER("没有单号的任务移交"),
    TASK_RELEASED("没有单号的任务退回小组"),
    /** Of all that somebody handed over, some went to the group; told to whoever did it. */
    PARTLY_HANDED_OVER("没能全部移交"),
    /** Nobody is on duty, though there is a roster. */
    ROSTER_GAP("值班空缺"),
    // a certificate ran out in the middle of the work (Q3)
    CERTIFICATE_LAPSED("维修人员证书到期"),
    // times (4.6.4, 5.1, 5.2)
    DEFERRAL_AGREED("暂缓后约定了维修时间"),
    NEW_TIME("报告新的完成时间"),
    OVERRUN_APPROVED("批准继续维修"),
    // one fault that concerns many; whom it concerns is told of the same
    INCIDENT_DECLARED("公共故障登记"),
    INCIDENT_CHANGED("公共故障有变"),
    /** Its expected end has passed, and nobody has said that it is over; told to those who may. */
    INCIDENT_PASSED("公共故障过了预计时间"),
    INCIDENT_ENDED("公共故障结束"),
    // rules, forms and diagrams that a process owner has changed
    /** The first trouble since a change went live. */
    MODELS_FAILING("规则上线后出了问题"),
    /** What was to go live at a time did not. */
    MODELS_NOT_LIVE("规则没有上线"),
    /** A second person has to approve. */
    MODELS_TO_APPROVE("规则请批准上线"),
    // a task is there for somebody: by the ids of the user tasks, which begin with Task_; those that a table may single
    // out
    REGISTER_REQUEST("任务：登记报修"),
    OBTAIN_APPLICATION("任务：取得书面申请"),
    SUPPLEMENT_APPLICATION("任务：补办书面申请"),
    ASSESS_FAULT("任务：评估故障"),
    SURVEY_SITE("任务：现场勘查"),
    PICK_UP_SLIP("任务：领单或派单"),
    VISIT_SITE("任务：上门"),
    RESCHEDULE_VISIT("任务：重新预约"),
    QUOTE_REPAIR("任务：现场确认并报价"),
    OBTAIN_CONSENT("任务：征得业主同意"),
    CARRY_OUT_REPAIR("任务：实施维修"),
    SUPPORT_REPAIR("任务：技术支援"),
    AGREE_DEFERRAL("任务：告知业主并约定时间"),
    ACCEPT_REPAIR("任务：业主验收"),
    REPORT_RESULT("任务：反馈维修结果"),
    REVIEW_FEE("任务：审核费用"),
    VERIFY_PUBLIC_REPAIR("任务：核查公共维修"),
    CALL_BACK_OWNER("任务：回访业主"),
    IMPROVE_SERVICE("任务：改进服务"),
    HANDLE_IMPORTANT("任务：处置重要维修"),
    ANSWER_COMPLAINT("任务：处理投诉"),
    HANDLE_ESCALATION("任务：处理超时"),
    REPORT_ACCIDENT("任务：报告主任"),
    ANSWER_OWNER("任务：答复业主"),
    PLAN_SOLUTION("任务：制定解决方案"),
    SOLVE_ACCIDENT("任务：解决事故"),
    STATE_CAUSE("任务：书面说明原因"),
    CLOSE_ACCIDENT("任务：事故结案"),
    OWNER_CONTACT("任务：办理来电"),
    CORRECT_SLIP("任务：更正维修单"),
    ORDER_CONTRACTOR("任务：派外包单位"),
    CONTRACTOR_ARRIVAL("任务：登记外包单位到场"),
    CONTRACTOR_RESULT("任务：登记外包单位维修结果"),
    CHECK_MONTH("任务：核对月报"),
    RECEIVE_PACK("任务：签收月报"),
    /** Any other task. Whoever may do it is told of it, as of most of those above. */
    OTHER_TASK("任务：其他"),

    // the owner, by the names of SlipEvent
    RECEIVED("收到报修"),
    TEAM_NOTIFIED("已通知维修班"),
    TECHNICIAN_ASSIGNED("师傅已接单"),
    ARRIVED("师傅已到场"),
    VISIT_APPOINTED("约定了上门时间"),
    QUOTED("报价"),
    QUOTE_CHANGED("报价有变"),
    COST_CHANGED("费用有变"),
    TIME_CHANGED("预计完成时间有变"),
    DEFERRED("暂缓维修"),
    FINISHED("已修好"),
    CALL_BACK_MISSED("回访没有联系上"),
    CLOSED("办结"),
    CANCELLED("已取消"),
    MISTAKEN("误登记作废"),
    JOINED("已合并办理"),
    // the owner, by SlipCorrected
    CORRECTED("登记的内容已更正"),
    // the owner, by RemarkAnswered
    REMARK_ANSWERED("留言有答复"),
    // the owner, by ContractorAgreed
    CONTRACTOR_AGREED("外包单位上门时间"),

    // the application of a client, by no decision table
    STATE_CHANGED("状态有变"),
    // the administrators, by no decision table: the table may be among what was refused
    MODELS_REFUSED("规则和流程没有通过检查"),
    // the administrators, by no decision table: the table may be what has failed
    TROUBLE("系统有异常");

    private static final String TASK = "Task_";

    private final String label;

    Event(String label) {
        this.label = label;
    }

    /** As the decision tables call it; that of a task is its name. */
    public String label() {
        return label;
    }

    /** @param element id of a user task */
    public static Event ofTask(String element) {
        String name = element.replaceFirst("^" + TASK, "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(event -> event.name().equals(name))
                .findFirst()
                .orElse(OTHER_TASK);
    }

    /** Whether it is about rules, forms and diagrams, and is seen to there. */
    public boolean ofModels() {
        return this == MODELS_FAILING || this == MODELS_NOT_LIVE || this == MODELS_TO_APPROVE;
    }

    /** Whether people of the office are told of it, by the table of recipients. */
    public boolean ofStaff() {
        return compareTo(RECEIVED) < 0;
    }
}
