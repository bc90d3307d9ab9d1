package org.baoxiu.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.baoxiu.shared.Excerpt;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Texts;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Steps that the engine does by itself, has tried several times and given up, and what a person can do about them. */
@Component
public class FailedWork {

    private static final int REASON_LENGTH = 200;
    /** A step that runs by itself; all others are timers. */
    private static final String ASYNCHRONOUS = "async-continuation";

    /** A timer that stands in the flow: whatever comes behind it waits for it. */
    private static final String WAITED_FOR = "timer-intermediate-transition";

    private final ManagementService management;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final Clock clock;

    FailedWork(ManagementService management, RuntimeService runtime, RepositoryService repository, Clock clock) {
        this.management = management;
        this.runtime = runtime;
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * One step that nobody tries again by itself.
     *
     * @param about   number of the slip, or what else the case is called by; null where it has no name
     * @param process its Chinese name
     * @param step    likewise
     * @param why     what went wrong, without telephone numbers
     */
    public record Failed(
            String id, @Nullable String about, String process, String step, String why, @Nullable Instant since) {}

    public long count() {
        return management.createJobQuery().noRetriesLeft().count();
    }

    /** Whether anything could be done at this moment. */
    public boolean anyDue() {
        return management.createJobQuery().executable().count() > 0;
    }

    /** At most so many. */
    public List<Failed> some(int most) {
        return management.createJobQuery().noRetriesLeft().orderByJobId().asc().listPage(0, most).stream()
                .map(this::failed)
                .toList();
    }

    /** Empty when it has been done meanwhile. */
    public Optional<Failed> of(String id) {
        return Optional.ofNullable(
                        management.createJobQuery().jobId(id).noRetriesLeft().singleResult())
                .map(this::failed);
    }

    private Failed failed(Job job) {
        JobDefinition definition = definition(job);
        ProcessDefinition process = job.getProcessDefinitionId() == null
                ? null
                : repository.getProcessDefinition(job.getProcessDefinitionId());
        return new Failed(
                job.getId(),
                about(job),
                process == null ? "系统任务" : process.getName() == null ? process.getKey() : process.getName(),
                definition == null ? "" : step(definition),
                why(job),
                since(job));
    }

    private @Nullable JobDefinition definition(Job job) {
        return job.getJobDefinitionId() == null
                ? null
                : management
                        .createJobDefinitionQuery()
                        .jobDefinitionId(job.getJobDefinitionId())
                        .singleResult();
    }

    private @Nullable String about(Job job) {
        ProcessInstance instance = job.getProcessInstanceId() == null
                ? null
                : runtime.createProcessInstanceQuery()
                        .processInstanceId(job.getProcessInstanceId())
                        .singleResult();
        return instance == null ? null : instance.getBusinessKey();
    }

    private String step(JobDefinition definition) {
        return repository
                                        .getBpmnModelInstance(definition.getProcessDefinitionId())
                                        .getModelElementById(definition.getActivityId())
                                instanceof FlowElement element
                        && element.getName() != null
                ? Texts.line(element.getName())
                : definition.getActivityId();
    }

    private static String why(Job job) {
        return Texts.isBlank(job.getExceptionMessage())
                ? "没有写明原因"
                : Excerpt.line(job.getExceptionMessage(), REASON_LENGTH);
    }

    private @Nullable Instant since(Job job) {
        return runtime.createIncidentQuery().configuration(job.getId()).list().stream()
                .map(Incident::getIncidentTimestamp)
                .map(Date::toInstant)
                .findFirst()
                .orElse(null);
    }

    /** Once more, at once. */
    @Transactional
    public void tryAgain(String id) {
        management.setJobRetries(failedJob(id).getId(), 1);
        management.setJobDuedate(id, Date.from(clock.instant()));
    }

    /**
     * The case goes on as if the step had been done; of a timer beside the flow, as if it did not exist.
     *
     * @throws Rejection if what comes behind the step depends on it
     */
    @Transactional
    public void skip(String id) {
        Job job = failedJob(id);
        JobDefinition definition = definition(job);
        if (definition == null || job.getProcessInstanceId() == null) {
            throw cannotBeSkipped();
        }
        if (!List.of(ASYNCHRONOUS, WAITED_FOR).contains(definition.getJobType())) {
            management.deleteJob(id);
            return;
        }
        try {
            runtime.createProcessInstanceModification(job.getProcessInstanceId())
                    .startAfterActivity(definition.getActivityId())
                    .cancelAllForActivity(definition.getActivityId())
                    .execute();
        } catch (ProcessEngineException refused) {
            throw cannotBeSkipped();
        }
    }

    private static Rejection cannotBeSkipped() {
        return Rejection.invalid("这一步不能跳过：后面怎么走要看它的结果。请按原因处理后再试一次；还不行，把原因交给安装维护的人。");
    }

    private Job failedJob(String id) {
        Job job = management.createJobQuery().jobId(id).noRetriesLeft().singleResult();
        if (job == null) {
            throw Rejection.outOfTurn("这一步已经办好，或者有人正在处理，不用再办。");
        }
        return job;
    }
}
