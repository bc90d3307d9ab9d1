package org.baoxiu.process.contractor;

import static org.baoxiu.process.form.Field.choice;
import static org.baoxiu.process.form.Field.moment;
import static org.baoxiu.process.form.Field.text;

import java.time.Instant;
import java.util.Set;
import org.baoxiu.process.form.EngineVariables;
import org.baoxiu.process.form.Field;
import org.baoxiu.process.form.Form;
import org.baoxiu.shared.TypedTime.Side;

/** The contract with {@code processes/contractor-order.bpmn}: a slip is given to a firm outside, from the call to its result (Q3). */
public final class ContractorOrderProcess {

    public static final String KEY = "contractorOrder";

    /** Correlated to the order of a slip that needs nobody any more. */
    public static final class Messages {
        public static final String NOT_NEEDED = "ContractorNotNeeded";

        private Messages() {}
    }

    /** User tasks, by their ids in the model. */
    public static final class Elements {
        public static final String ORDER_CONTRACTOR = "Task_OrderContractor";
        public static final String CONTRACTOR_ARRIVAL = "Task_ContractorArrival";
        public static final String CONTRACTOR_RESULT = "Task_ContractorResult";

        private Elements() {}
    }

    /** Whether somebody is called. */
    public enum OrderWay {
        GIVE,
        NOTHING
    }

    /** What came of the promise to come. */
    public enum ArrivalOutcome {
        ARRIVED,
        NEW_TIME,
        HANDED_BACK
    }

    /** What came of the work. */
    public enum ResultOutcome {
        DONE,
        NEW_TIME,
        HANDED_BACK
    }

    /** Variables that the process goes by and its forms show; each step writes them anew from the record. */
    static final class Own {
        static final String PLACE = "place";
        static final String FAULT = "faultDescription";
        static final String TECHNICIAN = "technician";
        /** What all forms of the order begin with; Markdown. */
        static final String TEXT = "contractorText";

        static final String DUE = "contractorDue";
        /** Where the process goes on. */
        static final String WAY = "contractorWay";

        static final Set<String> ALL =
                Set.of(EngineVariables.INITIATOR, SLIP_NUMBER.name(), PLACE, FAULT, TECHNICIAN, TEXT, DUE, WAY);

        private Own() {}
    }

    /** Local to the task that orders. */
    public static final class Options {
        public static final String CONTRACTORS = "contractorOptions";
        /** Whether it has to be given to one. */
        static final String NEEDED = "contractorNeeded";

        private Options() {}
    }

    public static final Field<String> SLIP_NUMBER = text("slipNumber", "维修单号", 40);
    public static final Field<OrderWay> ORDER_WAY = choice("orderWay", "怎样办理", OrderWay.class);
    public static final Field<String> CONTRACTOR = text("contractorId", "外包单位", "\\d{1,9}", "请从列出的外包单位中选择。");
    public static final Field<Instant> CALLED_AT = moment("contractorCalledAt", "联系时间", Side.PAST);
    public static final Field<Instant> AGREED_AT = moment("contractorAgreedAt", "约定到场时间", Side.FUTURE);
    public static final Field<String> ORDER_NUMBER = text("contractorOrderNumber", "对方派单号", 60);
    public static final Field<ArrivalOutcome> ARRIVAL_OUTCOME =
            choice("contractorArrival", "外包单位", ArrivalOutcome.class);
    public static final Field<Instant> ARRIVED_AT = moment("contractorArrivedAt", "实际到场时间", Side.PAST);
    public static final Field<ResultOutcome> RESULT_OUTCOME = choice("contractorResult", "结果", ResultOutcome.class);
    public static final Field<String> WORK_DONE = text("contractorWorkDone", "修了什么", 500);
    public static final Field<String> REASON = text("contractorReason", "原因", 500);

    /** The forms with what may be submitted by each. */
    public static final class Forms {
        public static final Form START = Form.of("call-contractor", SLIP_NUMBER);
        public static final Form ORDER_CONTRACTOR =
                Form.of("order-contractor", ORDER_WAY, CONTRACTOR, CALLED_AT, AGREED_AT, ORDER_NUMBER, REASON);
        public static final Form CONTRACTOR_ARRIVAL =
                Form.of("contractor-arrival", ARRIVAL_OUTCOME, ARRIVED_AT, AGREED_AT, REASON);
        public static final Form CONTRACTOR_RESULT =
                Form.of("contractor-result", RESULT_OUTCOME, WORK_DONE, AGREED_AT, REASON);

        private Forms() {}
    }

    private ContractorOrderProcess() {}
}
