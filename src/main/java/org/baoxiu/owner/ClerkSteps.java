package org.baoxiu.owner;

import java.util.Set;
import org.baoxiu.shared.Rejection;
import org.baoxiu.slip.Slip;

/**
 * What a clerk enters for an owner at the telephone: the steps that Tasklist offers, with its forms and the rights of whoever is logged
 * in. Each takes what was typed, in the caller's transaction when there is one; what the forms or the rules do not allow is a
 * {@link Rejection}.
 */
public interface ClerkSteps {

    /**
     * The start form 报修 of a call (4.3.1.1).
     *
     * @param wantedAt as it was typed, may be empty; everything else is needed
     */
    record Report(
            String office,
            String place,
            boolean publicArea,
            String reporterName,
            String reporterPhone,
            String fault,
            String wantedAt) {}

    /**
     * The form 登记报修 (4.3.1).
     *
     * @param wantedAt as it was typed, may be empty, as may {@code note}
     */
    record Registration(
            String itemCode,
            String wantedAt,
            boolean emergency,
            boolean underWarranty,
            boolean forcedEntry,
            boolean lossOrInjury,
            boolean areaConfirmed,
            String note) {}

    /** What an owner wants of an open slip (3.1). */
    enum Wanted {
        ENQUIRE("查询进度，已答复"),
        URGE("催办"),
        RESCHEDULE("改约上门时间"),
        ADD("补充故障情况"),
        CORRECT_PHONE("更正联系电话"),
        COMPLAIN("投诉"),
        CANCEL("取消报修");

        private final String label;

        Wanted(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * The form 办理来电.
     *
     * @param words         of the owner; each may be empty where what is wanted does not need it
     * @param appointmentAt as it was typed
     */
    record Call(
            Wanted wanted,
            String words,
            String appointmentAt,
            String telephone,
            boolean lossOrInjury,
            boolean cancelConfirmed) {}

    /**
     * @param person login name of whoever is logged in, as everywhere here
     * @return the number of the new slip
     */
    String report(Report report, String person);

    /** @return false, and nothing is done, if the registration is not this person's to do */
    boolean register(String slipNumber, Registration registration, String person);

    /** What the slip would take now. */
    Set<Wanted> offered(Slip slip);

    void takeCall(String slipNumber, Call call, String person);
}
