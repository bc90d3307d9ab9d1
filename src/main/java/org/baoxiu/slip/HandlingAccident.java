package org.baoxiu.slip;

import java.time.Instant;
import java.util.function.UnaryOperator;

/** What the director does about an accident, from the report to its end (4.4.1, 4.7.7, 5.3). */
public final class HandlingAccident {

    private final Slip slip;

    HandlingAccident(Slip slip) {
        this.slip = slip;
    }

    void report(String summary) {
        change("报告事故", accident -> accident.reported(summary));
    }

    void answer(String answer, Instant now) {
        change("答复业主", accident -> accident.answered(answer, now));
        slip.milestones().answered(now);
    }

    void plan(String plan) {
        change("制定方案", accident -> accident.planned(plan));
    }

    void solve(String solution, Instant now) {
        change("登记解决", accident -> accident.solved(solution, now));
    }

    /** The written statement of the cause without which no accident is closed (4.7.7). */
    void stateCause(String statement) {
        change("说明事故原因", accident -> accident.stated(statement));
    }

    void close(Instant now) {
        change("结案", accident -> {
            slip.heed(accident.objectionToClosing());
            return accident.closed(now);
        });
    }

    private void change(String step, UnaryOperator<Accident> change) {
        if (!slip.accidentOpen()) {
            throw slip.refused("这张单没有未结的维修事故，不能" + step + "。请刷新任务列表后再看。");
        }
        slip.accident = change.apply(slip.accident());
    }
}
