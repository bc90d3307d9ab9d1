package org.baoxiu.process.repair.owner;

import java.time.Instant;
import org.baoxiu.process.form.Field;
import org.baoxiu.process.form.Form;
import org.baoxiu.process.repair.step1receive.ReceiveForms;
import org.baoxiu.process.repair.step4dispatch.DispatchForms;

/** The contract with {@code processes/owner-contact.bpmn}: what an owner says by phone about an open slip. */
public final class OwnerContactProcess {

    public static final String KEY = "ownerContact";

    /** What is done with a call. The last two are about no slip. */
    public enum ContactKind {
        ENQUIRE,
        URGE,
        RESCHEDULE,
        ADD,
        CORRECT_PHONE,
        COMPLAIN,
        CANCEL,
        SEARCH,
        NOTHING;

        boolean aboutSlip() {
            return this != SEARCH && this != NOTHING;
        }
    }

    /** User tasks, by their ids in the model. */
    public static final class Elements {
        public static final String OWNER_CONTACT = "Task_OwnerContact";

        private Elements() {}
    }

    /** What the search has found. */
    public static final class Found {
        /** What the form says about it, in Markdown. */
        public static final String SUMMARY = "foundText";
        /** The slips to choose from. */
        public static final String OPTIONS = "foundOptions";
        /** For each slip what can be told about it and done for it. */
        public static final String SLIPS = "foundSlips";
        /** What is done with the call, for the way on. */
        public static final String WAY = "contactWay";

        private Found() {}
    }

    public static final Field<String> CALLER = Field.text("caller", "来电号码、尾号或维修单号", 40);
    public static final Field<String> SLIP_NUMBER = Field.text("slipNumber", "维修单号", 20);
    public static final Field<ContactKind> CONTACT_KIND = Field.choice("contactKind", "业主要求", ContactKind.class);
    public static final Field<String> OWNER_WORDS = Field.text("ownerWords", "业主原话", 1000);
    public static final Field<Boolean> LOSS_OR_INJURY = Field.tick("lossOrInjury", "管理处有责任的重大损失或人员受伤");
    public static final Field<Instant> APPOINTMENT_AT = DispatchForms.APPOINTMENT_AT;
    public static final Field<String> PHONE = ReceiveForms.REPORTER_PHONE;
    public static final Field<Boolean> CANCEL_CONFIRMED = Field.tick("cancelConfirmed", "已再次问过业主，确定取消");

    public static final Form FIND_CALLER = Form.of("find-caller", CALLER);
    public static final Form OWNER_CONTACT = Form.of(
            "owner-contact",
            SLIP_NUMBER,
            CONTACT_KIND,
            OWNER_WORDS,
            LOSS_OR_INJURY,
            APPOINTMENT_AT,
            PHONE,
            CANCEL_CONFIRMED,
            CALLER);

    private OwnerContactProcess() {}
}
