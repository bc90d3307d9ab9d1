package org.baoxiu.process.month;

import java.time.YearMonth;
import java.util.Set;
import org.baoxiu.process.form.EngineVariables;
import org.baoxiu.process.form.Field;
import org.baoxiu.process.form.Form;

/** The contract with {@code processes/month-end.bpmn}: a month is frozen, counted, checked, handed over and closed (4.3.7, 4.3.8). */
public final class MonthEndProcess {

    public static final String KEY = "monthEnd";

    /** The month as the calendar writes it, such as 2026-11; empty if there is none to settle. */
    public static final String MONTH = "month";

    /** User tasks, by their ids in the model. */
    public static final class Elements {
        public static final String CHECK_MONTH = "Task_CheckMonth";
        public static final String RECEIVE_PACK = "Task_ReceivePack";

        private Elements() {}
    }

    static final String CLOCK_KIND = "clockKind";
    static final String CLOCK_STAGE = "clockStage";

    static final Field<YearMonth> MONTH_DAY = Field.month("monthDay", "结算月份");
    static final Field<Boolean> FIGURES_CHECKED = Field.tick("figuresChecked", "数字、超时单和返修单已核对");
    static final Field<String> CHECK_NOTE = Field.text("checkNote", "核对说明", 1000);
    static final Field<Boolean> PACK_RECEIVED = Field.tick("packReceived", "上月维修单和费用汇总已收到");
    static final Field<String> RECEIPT_NOTE = Field.text("receiptNote", "签收说明", 1000);

    /** The forms with what may be submitted by each. */
    public static final class Forms {
        public static final Form SETTLE_MONTH = Form.of("settle-month", MONTH_DAY);
        public static final Form CHECK_MONTH = Form.of("check-month", FIGURES_CHECKED, CHECK_NOTE);
        public static final Form RECEIVE_PACK = Form.of("receive-pack", PACK_RECEIVED, RECEIPT_NOTE);

        private Forms() {}
    }

    /** What the process itself writes down; no form brings it in. */
    static final class Own {
        static final String LABEL = "monthLabel";
        static final String FIGURES = "monthText";
        static final String CHECK = "checkText";
        static final String DUE = "handOverDue";
        static final String WARNING = "handOverWarning";
        static final String CYCLE = "handOverCycle";
        static final Set<String> ALL =
                Set.of(MONTH, LABEL, FIGURES, CHECK, DUE, WARNING, CYCLE, EngineVariables.INITIATOR, MONTH_DAY.name());

        private Own() {}
    }

    private MonthEndProcess() {}
}
