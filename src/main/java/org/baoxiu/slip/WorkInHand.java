package org.baoxiu.slip;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has which slips in hand (S4, 4.6.3). */
@Service
@Transactional
public class WorkInHand {

    private final SlipRepository slips;

    WorkInHand(SlipRepository slips) {
        this.slips = slips;
    }

    /** How many slips a technician has in hand, from pick-up until the work is confirmed (S4). */
    public int inHandOf(String technician) {
        return slips.countByVisitTechnicianAndStateIn(technician, SlipState.WITH_TECHNICIAN);
    }

    /** Login names of all who have a slip in hand that is not repaired yet. */
    public List<String> holders() {
        return slips.findTechnicians(EnumSet.complementOf(EnumSet.of(SlipState.FINISHED)).stream()
                .filter(SlipState.WITH_TECHNICIAN::contains)
                .toList());
    }

    /** Numbers of the slips on which a technician has work: until the result is reported, see {@link Slip#inHand()}. */
    public List<String> heldBy(String technician) {
        Set<SlipState> states = EnumSet.copyOf(SlipState.WITH_TECHNICIAN);
        states.add(SlipState.CONFIRMED);
        return slips.findByVisitTechnicianAndStateInOrderByNumber(technician, states).stream()
                .filter(Slip::inHand)
                .map(Slip::number)
                .toList();
    }
}
