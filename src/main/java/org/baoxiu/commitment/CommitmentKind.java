package org.baoxiu.commitment;

import static org.baoxiu.commitment.ResponsibleRole.CONTRACTOR;
import static org.baoxiu.commitment.ResponsibleRole.CUSTOMER_SERVICE;
import static org.baoxiu.commitment.ResponsibleRole.CUSTOMER_SERVICE_LEAD;
import static org.baoxiu.commitment.ResponsibleRole.DIRECTOR;
import static org.baoxiu.commitment.ResponsibleRole.MAINTENANCE;
import static org.baoxiu.commitment.ResponsibleRole.WHOEVER_HAS_THE_STEP;

/**
 * What the office promises (4.5.1, 4.6, 5, Q1, 4.2), and who has to keep it. How long each may take is in the decision table of
 * service commitments.
 *
 * <p>A repair that has become an important one is still the team's work; the director only lets it go on (5.2). What runs over
 * the request as a whole is with those who arrange it: customer service (4.4.3), and its head once it is important (4.4.2).
 */
public enum CommitmentKind {
    REGISTRATION("登记", CUSTOMER_SERVICE),
    NOTIFICATION("通知维修班", CUSTOMER_SERVICE),
    ARRIVAL("到场", MAINTENANCE),
    REPAIR("修理完毕", MAINTENANCE),
    IMPORTANT_REPAIR("重要维修修好", MAINTENANCE),
    RESULT_REPORT("反馈结果", MAINTENANCE),
    DEFERRAL_CALL("告知业主并约定时间", CUSTOMER_SERVICE),
    PROMISED_TIME("按约定时间修好", MAINTENANCE),
    FIRST_ANSWER("答复业主", CUSTOMER_SERVICE),
    ONE_DAY("一天内解决", CUSTOMER_SERVICE),
    TWO_WEEKS("两周内解决", CUSTOMER_SERVICE_LEAD),
    ACCIDENT_ANSWER("主任答复业主", DIRECTOR),
    ACCIDENT_SOLUTION("解决事故", DIRECTOR),
    VERIFICATION("核查公共维修", CUSTOMER_SERVICE),
    MONTH_HAND_OVER("月度移交", CUSTOMER_SERVICE),
    CONTRACTOR_ARRIVAL("外包单位到场", CONTRACTOR),
    /** Of a step that the process owner has added to a diagram (3.4): which one says the promise itself. */
    ADDED_STEP("增加的步骤", WHOEVER_HAS_THE_STEP);

    private final String label;
    private final ResponsibleRole keptBy;

    CommitmentKind(String label, ResponsibleRole keptBy) {
        this.label = label;
        this.keptBy = keptBy;
    }

    public String label() {
        return label;
    }

    /** The role that has to keep it. */
    public ResponsibleRole keptBy() {
        return keptBy;
    }

    /** Whether one clerk keeps it, by a task of his or hers: such a promise counts for the person too (4.7.1). */
    public boolean keptByOneClerk() {
        return this == REGISTRATION || this == DEFERRAL_CALL || this == VERIFICATION;
    }

    /** A miss of these raises the class (4.2.2, 4.2.1.3): the role that then handles the slip is told by that. */
    public boolean raisesClass() {
        return this == ONE_DAY || this == TWO_WEEKS;
    }

    /**
     * These run apart from what happens to the slip: they begin and end by what is agreed with somebody outside (Q3), or with a step that
     * the program does not know.
     */
    boolean apart() {
        return keptBy == CONTRACTOR || this == ADDED_STEP;
    }

    /** These run over the request as a whole, from its receipt on and whatever is paused meanwhile. */
    public boolean wholeRequest() {
        return this == FIRST_ANSWER || raisesClass();
    }
}
