package org.baoxiu.slip;

import java.time.Clock;
import java.time.Instant;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Times;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Work that takes longer than it was to, and who lets it go on (5.1, 5.2), each with its line in the history. */
@Service
@Transactional
public class Overruns {

    private final Slips slips;
    private final Clock clock;

    Overruns(Slips slips, Clock clock) {
        this.slips = slips;
        this.clock = clock;
    }

    /** The two days of an important repair are over (5.2). */
    public void requireApproval(String number) {
        slips.change(number, Person.system(), 0, "5.2", "超过重要维修的时限，须经主任批准才能继续", slip -> slip.repairing()
                .requireApproval(true));
    }

    public void approveOverrun(String number, Instant until, String note, Person by) {
        slips.changeTime(number, by, 0, "5.2", "批准继续维修，至 " + Times.minute(until) + "：" + note, slip -> slip.repairing()
                .approve(until, clock.instant()));
    }

    public void reportOverrun(String number, Instant until, String note, Person by) {
        slips.changeTime(
                number, by, 5, "5.1", "报告超时，预计 " + Times.minute(until) + " 完成：" + note, slip -> slip.repairing()
                        .expect(until, clock.instant()));
    }
}
