package org.baoxiu.process.repair.telling;

import java.util.List;
import java.util.Objects;
import org.baoxiu.audit.FailedJobs;
import org.baoxiu.engine.FailedWork;
import org.springframework.stereotype.Component;

/** Jobs of the engine that nobody tries again by itself. */
@Component
class GivenUpJobs implements FailedJobs {

    private final FailedWork work;

    GivenUpJobs(FailedWork work) {
        this.work = work;
    }

    @Override
    public long count() {
        return work.count();
    }

    @Override
    public List<FailedJob> failed(int most) {
        return work.some(most).stream()
                .map(step -> new FailedJob(
                        Objects.requireNonNullElse(step.about(), ""),
                        step.step().isEmpty() ? step.process() : step.step()))
                .toList();
    }
}
