package org.baoxiu.engine;

import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.exception.RestException;

/**
 * The mappers that put {@link EngineErrors} before the engine's own. Jersey picks the mapper with the nearest exception
 * type and among equals the one with the lower priority number; so there is one for each type that the engine maps.
 * Malformed Json keeps the engine's own, nearer mappers.
 */
public final class ErrorMappers {

    private static final int BEFORE_THE_ENGINES = 1;

    private ErrorMappers() {}

    @Priority(BEFORE_THE_ENGINES)
    public static final class ForRestException implements ExceptionMapper<RestException> {
        @Override
        public Response toResponse(RestException error) {
            return EngineErrors.answer(error);
        }
    }

    @Priority(BEFORE_THE_ENGINES)
    public static final class ForEngineException implements ExceptionMapper<ProcessEngineException> {
        @Override
        public Response toResponse(ProcessEngineException error) {
            return EngineErrors.answer(error);
        }
    }

    @Priority(BEFORE_THE_ENGINES)
    public static final class ForAnything implements ExceptionMapper<Throwable> {
        @Override
        public Response toResponse(Throwable error) {
            return EngineErrors.answer(error);
        }
    }
}
