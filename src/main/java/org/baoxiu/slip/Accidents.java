package org.baoxiu.slip;

import java.time.Clock;
import org.baoxiu.shared.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the director handles an accident, from the report to its end (4.4.1, 4.7.7, 5.3); each step is a line of the slip's history. */
@Service
@Transactional
public class Accidents {

    private final Slips slips;
    private final Clock clock;

    Accidents(Slips slips, Clock clock) {
        this.slips = slips;
        this.clock = clock;
    }

    public void report(String number, String summary, Person by) {
        slips.change(number, by, 0, "4.4.1", "报告主任：" + summary, slip -> slip.handlingAccident()
                .report(summary));
    }

    public void answer(String number, String answer, Person by) {
        slips.change(number, by, 0, "5.3a", "主任答复业主：" + answer, slip -> slip.handlingAccident()
                .answer(answer, clock.instant()));
    }

    public void plan(String number, String plan, Person by) {
        slips.change(number, by, 0, "4.4.1", "解决方案：" + plan, slip -> slip.handlingAccident()
                .plan(plan));
    }

    public void solve(String number, String solution, Person by) {
        slips.change(number, by, 0, "5.3b", "事故已解决：" + solution, slip -> slip.handlingAccident()
                .solve(solution, clock.instant()));
    }

    public void stateCause(String number, String statement, Person by) {
        slips.change(number, by, 0, "4.7.7", "事故原因的书面说明：" + statement, slip -> slip.handlingAccident()
                .stateCause(statement));
    }

    public void close(String number, String note, Person by) {
        slips.change(number, by, 0, "4.4.1", "维修事故结案：" + note, slip -> slip.handlingAccident()
                .close(clock.instant()));
    }
}
