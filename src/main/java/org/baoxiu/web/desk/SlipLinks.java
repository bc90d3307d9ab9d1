package org.baoxiu.web.desk;

import java.util.Optional;
import org.baoxiu.notification.Messages;
import org.baoxiu.shared.Excerpt;
import org.baoxiu.shared.Names;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.Slips;
import org.baoxiu.tasklist.PersonalTasks;
import org.baoxiu.tasklist.PersonalTasks.PersonalTask;
import org.baoxiu.web.security.SlipReaders;
import org.baoxiu.web.security.Staff;
import org.springframework.stereotype.Component;

/**
 * Where the link of a message leads whoever has got it: to their task on the slip, and to where the slip is now when that is
 * done or somebody else's.
 */
@Component
public class SlipLinks {

    /**
     * What everybody who was told of a slip may know of it: nothing of the reporter.
     *
     * @param holder name of the technician, empty where there is none
     * @param print  whether the person may open the printed slip
     */
    public record SlipNow(
            String number,
            String office,
            String place,
            String fault,
            String repairClass,
            boolean emergency,
            String state,
            String holder,
            boolean print) {}

    private static final int FAULT_LENGTH = 200;
    private static final String PRINTED_SLIPS = "slips";

    private final PersonalTasks tasks;
    private final Messages messages;
    private final Staff staff;
    private final SlipReaders readers;
    private final Slips slips;
    private final Names names;

    SlipLinks(PersonalTasks tasks, Messages messages, Staff staff, SlipReaders readers, Slips slips, Names names) {
        this.tasks = tasks;
        this.messages = messages;
        this.staff = staff;
        this.readers = readers;
        this.slips = slips;
        this.names = names;
    }

    public boolean isSlip(String id) {
        return slips.exists(id);
    }

    /** Id of the person's task on the slip. */
    public Optional<String> taskOn(String slipNumber) {
        return tasks.ofSlip(slipNumber).map(PersonalTask::id);
    }

    /** Empty for whoever was never told of the slip and has nothing to do with it. */
    public Optional<SlipNow> now(String slipNumber) {
        String person = staff.person().orElseThrow();
        boolean print = (staff.mayOpen(SlipReaders.ALL_SLIPS) || staff.mayOpen(PRINTED_SLIPS))
                && readers.isOpenTo(person, slipNumber);
        return print || messages.told(person, slipNumber) && readers.isOfTheirOffice(person, slipNumber)
                ? Optional.of(of(slips.get(slipNumber), print))
                : Optional.empty();
    }

    private SlipNow of(Slip slip, boolean print) {
        return new SlipNow(
                slip.number(),
                slip.report().office(),
                Excerpt.line(slip.report().place(), FAULT_LENGTH),
                Excerpt.line(slip.report().fault(), FAULT_LENGTH),
                RepairClass.labelOf(slip.repairClass()),
                slip.intake().emergency(),
                slip.state().label(),
                slip.technician() == null ? "" : names.of(slip.technician()),
                print);
    }
}
