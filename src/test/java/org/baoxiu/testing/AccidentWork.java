package org.baoxiu.testing;

import static org.baoxiu.process.repair.accident.RepairAccidentProcess.Elements.*;
import static org.baoxiu.testing.Answers.*;

import org.baoxiu.testing.Office.RepairCase;

/** What is done about an accident beside its repair, stage by stage. */
public final class AccidentWork {

    private AccidentWork() {}

    public static void answer(RepairCase accident) {
        accident.does("clerklead", REPORT_ACCIDENT, accidentReported())
                .does("director", ANSWER_OWNER, accidentAnswered());
    }

    public static void solve(RepairCase accident) {
        accident.does("director", PLAN_SOLUTION, accidentPlanned())
                .does("supervisor", SOLVE_ACCIDENT, accidentSolved());
    }

    public static void close(RepairCase accident) {
        accident.does("supervisor", STATE_CAUSE, causeStated()).does("director", CLOSE_ACCIDENT, accidentClosed());
    }
}
