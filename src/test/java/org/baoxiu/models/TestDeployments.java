package org.baoxiu.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.baoxiu.shared.Rejection;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;

/** What was deployed before a test stays; what the test has deployed besides is taken back. */
final class TestDeployments {

    private final RepositoryService repository;
    private final List<String> before;

    TestDeployments(RepositoryService repository) {
        this.repository = repository;
        this.before = now();
    }

    List<String> before() {
        return before;
    }

    /** The newest first. */
    List<String> now() {
        return repository.createDeploymentQuery().orderByDeploymentTime().desc().list().stream()
                .map(Deployment::getId)
                .toList();
    }

    void takeBack() {
        List<String> made = new ArrayList<>(now());
        made.removeAll(before);
        // what reads a field or a step goes before it
        while (!made.isEmpty()) {
            assertThat(made.removeIf(this::withdrawn)).isTrue();
        }
    }

    private boolean withdrawn(String deployment) {
        try {
            repository.deleteDeployment(deployment, true);
            return true;
        } catch (Rejection stillNeeded) {
            return false;
        }
    }
}
