package org.baoxiu.process.repair.telling;

import java.util.List;
import java.util.Optional;
import org.baoxiu.audit.FailedJobs;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.stereotype.Component;

/** Jobs of the engine that nobody tries again by itself. */
@Component
class GivenUpJobs implements FailedJobs {

    private static final String NO_CASE = "后台维护";

    private final ManagementService management;
    private final RuntimeService runtime;
    private final RepositoryService repository;

    GivenUpJobs(ManagementService management, RuntimeService runtime, RepositoryService repository) {
        this.management = management;
        this.runtime = runtime;
        this.repository = repository;
    }

    private JobQuery query() {
        return management.createJobQuery().noRetriesLeft();
    }

    @Override
    public long count() {
        return query().count();
    }

    @Override
    public List<FailedJob> failed(int most) {
        return query().orderByJobId().asc().listPage(0, most).stream()
                .map(job -> new FailedJob(about(job), what(job)))
                .toList();
    }

    private String about(Job job) {
        return Optional.ofNullable(job.getProcessInstanceId())
                .map(id -> runtime.createProcessInstanceQuery()
                        .processInstanceId(id)
                        .singleResult())
                .map(ProcessInstance::getBusinessKey)
                .orElse("");
    }

    private String what(Job job) {
        return Optional.ofNullable(job.getJobDefinitionId())
                .map(id -> management
                        .createJobDefinitionQuery()
                        .jobDefinitionId(id)
                        .singleResult())
                .filter(definition -> job.getProcessDefinitionId() != null)
                .map(definition -> element(job, definition))
                .orElse(NO_CASE);
    }

    private String element(Job job, JobDefinition definition) {
        return repository
                                        .getBpmnModelInstance(job.getProcessDefinitionId())
                                        .getModelElementById(definition.getActivityId())
                                instanceof FlowElement element
                        && element.getName() != null
                ? element.getName()
                : definition.getActivityId();
    }
}
