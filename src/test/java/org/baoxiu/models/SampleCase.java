package org.baoxiu.models;

import org.camunda.bpm.engine.ProcessEngine;

/** A case of the sample process, which waits at its task for customer service. */
public record SampleCase(String deployment, String instance, String task) {

    public static SampleCase begin(ProcessEngine engine) {
        String deployment = SampleModels.deploy(engine).getId();
        String instance = engine.getRuntimeService()
                .startProcessInstanceByKey(SampleModels.KEY)
                .getId();
        String task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
        return new SampleCase(deployment, instance, task);
    }

    /** With its model. */
    public void end(ProcessEngine engine) {
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }
}
