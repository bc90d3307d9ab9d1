package org.baoxiu.testing;

import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * After a class of tests nothing is open any more. Every change of people looks at all open tasks, and the board at all open
 * slips: with the cases of hundreds of tests among them each step of the later ones would take many times as long.
 */
public class OfficeCloses implements TestExecutionListener {

    @Override
    public void afterTestClass(TestContext test) {
        if (test.hasApplicationContext()) {
            ApplicationContext application = test.getApplicationContext();
            endCases(application.getBean(RuntimeService.class));
            endSlips(application.getBean(JdbcClient.class));
        }
    }

    private static void endCases(RuntimeService runtime) {
        List<String> open = runtime.createProcessInstanceQuery().rootProcessInstances().list().stream()
                .map(ProcessInstance::getId)
                .toList();
        if (!open.isEmpty()) {
            runtime.deleteProcessInstances(open, "the tests are over", true, true);
        }
    }

    private static void endSlips(JdbcClient database) {
        database.sql("update commitment set ended_at = due_at where ended_at is null")
                .update();
        database.sql("update slip set state = 'CANCELLED', closed_at = received_at where closed_at is null")
                .update();
    }
}
