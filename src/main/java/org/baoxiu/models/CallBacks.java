package org.baoxiu.models;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.baoxiu.engine.DraftDecisions;
import org.baoxiu.words.TableWords;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What nobody objects to any more ends, and an owner who is never reached is not called for ever. */
@Component
@Order(12)
class CallBacks implements Check {

    private static final String TABLE = "satisfactionFollowUp";
    private static final String ANSWER = "followUp";
    private static final String END = "close";
    private static final String AGAIN = "retry";
    private static final String ANEW = "rework";

    private static final Map<String, Object> SATISFIED = Map.of(
            "ownerReached",
            true,
            "callBackAttempts",
            1,
            "fixed",
            true,
            "satisfactionScore",
            5,
            "conductComplaint",
            false);
    private static final Map<String, Object> NEVER_REACHED = Map.of("ownerReached", false, "callBackAttempts", 1_000);

    private final DraftDecisions decisions;

    CallBacks(DraftDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void of(ModelSet models, Faults faults) {
        TableModel table = models.decisions().get(TABLE);
        if (table == null) {
            return;
        }
        try {
            Function<Map<String, Object>, Optional<Map<String, Object>>> answers = decisions.of(table.content(), TABLE);
            Object satisfied = answer(answers, SATISFIED);
            if (AGAIN.equals(satisfied) || ANEW.equals(satisfied)) {
                faults.add(
                        table.file(),
                        "“%s”：业主说修好了，5 分，没有投诉，回答却是 \"%s\"，案件永远走不到结束。请改成 \"%s\"。",
                        table.name(),
                        said(satisfied),
                        said(END));
            }
            Object never = answer(answers, NEVER_REACHED);
            if (AGAIN.equals(never) || ANEW.equals(never)) {
                faults.add(
                        table.file(),
                        "“%s”：打了 1000 次都联系不上业主，回答还是 \"%s\"，案件永远走不到结束。请写明多少次以后 \"%s\"。",
                        table.name(),
                        said(never),
                        said(END));
            }
        } catch (RuntimeException unreadable) {
            // the other checks say what is wrong with it
        }
    }

    private static String said(Object code) {
        return TableWords.answerSaid(TABLE, ANSWER, code.toString());
    }

    private static Object answer(
            Function<Map<String, Object>, Optional<Map<String, Object>>> answers, Map<String, Object> question) {
        return answers.apply(question).map(answer -> answer.get(ANSWER)).orElse("");
    }
}
