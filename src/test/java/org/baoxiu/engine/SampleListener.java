package org.baoxiu.engine;

import org.baoxiu.shared.Rejection;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.dao.OptimisticLockingFailureException;

/** Fails on request in each way that a step of the procedure can fail. */
@TestComponent("sampleListener")
public final class SampleListener implements TaskListener {

    static final String WRONG = "报修单 BX-1：请先填写材料数量。";
    static final String FORBIDDEN = "报修单 BX-1：维修人员不能回访自己修的单。";

    @Override
    public void notify(DelegateTask task) {
        String mood = String.valueOf(task.getVariable("mood"));
        switch (mood) {
            case "wrong" -> throw Rejection.invalid(WRONG);
            case "forbidden" -> throw Rejection.forbidden(FORBIDDEN);
            case "locked" -> throw new OptimisticLockingException("changed");
            case "lockedSlip" -> throw new OptimisticLockingFailureException("changed");
            case "crash" -> throw new IllegalStateException("disk full");
            default -> {}
        }
    }
}
