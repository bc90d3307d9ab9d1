package org.baoxiu.process.repair.accident;

import static org.baoxiu.process.form.Field.text;
import static org.baoxiu.process.form.Field.tick;

import org.baoxiu.process.form.Field;
import org.baoxiu.process.form.Form;
import org.baoxiu.process.repair.RepairRequestProcess;

/** The contract with {@code processes/repair-accident.bpmn}, which {@link RepairRequestProcess} calls for an accident. */
public final class RepairAccidentProcess {

    public static final String KEY = "repairAccident";

    /** User tasks, by their ids in the model. */
    public static final class Elements {
        public static final String REPORT_ACCIDENT = "Task_ReportAccident";
        public static final String ANSWER_OWNER = "Task_AnswerOwner";
        public static final String PLAN_SOLUTION = "Task_PlanSolution";
        public static final String SOLVE_ACCIDENT = "Task_SolveAccident";
        public static final String STATE_CAUSE = "Task_StateCause";
        public static final String CLOSE_ACCIDENT = "Task_CloseAccident";

        private Elements() {}
    }

    static final Field<String> SUMMARY = text("accidentSummary", "事故经过和影响", 1000);
    static final Field<String> ANSWER = text("accidentAnswer", "给业主的明确答复", 1000);
    static final Field<Boolean> OWNER_INFORMED = tick("ownerInformed", "已告知业主");
    static final Field<String> PLAN = text("accidentPlan", "解决方案", 1000);
    static final Field<String> SOLUTION = text("accidentSolution", "解决情况", 1000);
    static final Field<String> STATEMENT = text("accidentStatement", "原因的书面说明", 2000);
    static final Field<String> CLOSING_NOTE = text("closingNote", "结案意见", 500);

    /** The forms with what may be submitted by each. */
    public static final class Forms {
        public static final Form REPORT_ACCIDENT = Form.of("report-accident", SUMMARY);
        public static final Form ANSWER_ACCIDENT = Form.of("answer-owner", ANSWER, OWNER_INFORMED);
        public static final Form PLAN_ACCIDENT = Form.of("plan-solution", PLAN);
        public static final Form SOLVE_ACCIDENT = Form.of("solve-accident", SOLUTION);
        public static final Form STATE_CAUSE = Form.of("state-cause", STATEMENT);
        public static final Form CLOSE_ACCIDENT = Form.of("close-accident", CLOSING_NOTE);

        private Forms() {}
    }

    private RepairAccidentProcess() {}
}
