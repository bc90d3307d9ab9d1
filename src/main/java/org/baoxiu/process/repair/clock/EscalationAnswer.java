package org.baoxiu.process.repair.clock;

import org.baoxiu.words.TableWords;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;

/** What the table of escalations has answered. */
public final class EscalationAnswer {

    private EscalationAnswer() {}

    /** Who is told, in words; only tables of former releases have a column for it. */
    public static String told(DmnDecisionResultEntries answer) {
        return answer.get("toldLabel") instanceof String label
                ? label
                : TableWords.answerSaid("escalation", "told", answer.getEntry("told"));
    }
}
