package org.baoxiu.operation;

import java.util.ArrayList;
import java.util.List;
import org.baoxiu.engine.FailedWork;
import org.baoxiu.engine.RefusedDecisions;
import org.springframework.stereotype.Component;

/** Steps that the engine has given up, and decision tables without an answer. */
@Component
class EngineTroubles implements TroubleSource {

    private static final int MOST = 100;

    private final FailedWork work;
    private final RefusedDecisions decisions;

    EngineTroubles(FailedWork work, RefusedDecisions decisions) {
        this.work = work;
        this.decisions = decisions;
    }

    @Override
    public List<Trouble> found() {
        List<Trouble> found = new ArrayList<>();
        work.some(MOST).forEach(step -> found.add(failed(step)));
        decisions.latest().forEach(one -> found.add(refused(one)));
        return found;
    }

    private static Trouble failed(FailedWork.Failed step) {
        return new Trouble(
                TroubleKind.FAILED,
                "step-" + step.id(),
                step.process() + (step.about() == null ? "" : " " + step.about()) + "“" + step.step() + "”："
                        + step.why(),
                step.since(),
                step.about(),
                step.id());
    }

    private static Trouble refused(RefusedDecisions.Refused one) {
        return new Trouble(
                TroubleKind.DECISION,
                "decision-" + one.decision() + "-" + one.about(),
                "规则表 " + one.decision() + " 问到“" + one.about() + "”没有可用的答案，" + one.times() + " 次",
                one.lastAt(),
                null,
                one.decision());
    }
}
