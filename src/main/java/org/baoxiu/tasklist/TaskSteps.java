package org.baoxiu.tasklist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.Response;
import org.baoxiu.engine.ErrorMappers;
import org.baoxiu.shared.Rejection;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.dto.VariableValueDto;
import org.camunda.bpm.engine.rest.dto.task.CompleteTaskDto;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A task is taken and completed as by the REST interface, for a page that has a token of its own and does something else in the same transaction. */
@Component
public class TaskSteps {

    private final ProcessEngine engine;
    private final ObjectMapper json = new ObjectMapper();

    TaskSteps(ProcessEngine engine) {
        this.engine = engine;
    }

    /**
     * What the REST interface would have answered.
     *
     * @param status of HTTP
     */
    public record Refusal(int status, @Nullable String message) {}

    /**
     * Whoever is logged in takes a task; that it is theirs already changes nothing.
     *
     * @throws RuntimeException what {@link #refusal} explains
     */
    public void claim(String task) {
        engine.getTaskService()
                .claim(
                        task,
                        engine.getIdentityService().getCurrentAuthentication().getUserId());
    }

    /**
     * Completes a task of whoever is logged in.
     *
     * @param form the body of {@code submit-form}
     * @throws RuntimeException what {@link #refusal} explains
     */
    public void submit(String task, String form) {
        try {
            CompleteTaskDto filled = json.readValue(form, CompleteTaskDto.class);
            engine.getFormService().submitTaskForm(task, VariableValueDto.toMap(filled.getVariables(), engine, json));
        } catch (JsonProcessingException e) {
            throw Rejection.invalid("表单没有传完整，请重新提交。");
        }
    }

    public Refusal refusal(RuntimeException error) {
        try (Response answer = new ErrorMappers.ForAnything().toResponse(error)) {
            return new Refusal(
                    answer.getStatus(), answer.getEntity() instanceof ExceptionDto body ? body.getMessage() : null);
        }
    }
}
