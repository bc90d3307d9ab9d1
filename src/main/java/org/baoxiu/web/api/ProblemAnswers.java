package org.baoxiu.web.api;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.baoxiu.owner.Throttle.TooManyRequests;
import org.baoxiu.shared.DatabaseAway;
import org.baoxiu.shared.Rejection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers everything that goes wrong below {@code /api} with a problem in Chinese, also where no method of the API was reached.
 * An advice of Spring's would have to know the method, or would speak for the pages as well.
 */
@Component
class ProblemAnswers implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);
    /** The count of requests begins anew with every hour. */
    private static final String AN_HOUR = "3600";

    private static final String SECONDS = "2";

    private final ObjectMapper json;

    ProblemAnswers(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception error) {
        if (!request.getServletPath().startsWith("/api/")) {
            return null;
        }
        if (error instanceof ErrorResponse known) {
            known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        write(of(error), response);
        return new ModelAndView();
    }

    private ProblemDetail of(Exception error) {
        if (error instanceof Problem.Refused refused) {
            return refused.problem();
        }
        if (error instanceof Rejection refused) {
            return of(refused);
        }
        if (error instanceof TooManyRequests) {
            return Problem.TOO_MANY_REQUESTS.because("一小时内的请求太多，请过一小时再试。");
        }
        if (error instanceof MissingRequestHeaderException) {
            return Problem.IDEMPOTENCY_KEY_MISSING.because("每个 POST 请求都要带请求头 Idempotency-Key，例如一个新的 UUID；重发时用同一个。");
        }
        if (error instanceof HttpMessageNotReadableException unreadable) {
            return Problem.MALFORMED.because("请求体不是有效的 JSON" + where(unreadable) + "，请对照接口说明 /api/v1/openapi.yaml。");
        }
        if (error instanceof TransientDataAccessException) {
            return Problem.BUSY.because("同一张单或同一个请求正在办理，请过几秒用同一个 Idempotency-Key 重发。");
        }
        if (DatabaseAway.is(error)) {
            LOG.error("No connection to the database: {}", error.getMessage());
            return Problem.UNAVAILABLE.because(DatabaseAway.MESSAGE);
        }
        return error instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()
                ? of(known)
                : unexpected(error);
    }

    private static ProblemDetail of(Rejection refused) {
        Problem problem =
                switch (refused.kind()) {
                    case INVALID -> Problem.INVALID;
                    case OUT_OF_TURN -> Problem.OUT_OF_TURN;
                    case BUSY -> Problem.BUSY;
                    case FORBIDDEN -> Problem.FORBIDDEN;
                };
        return problem.because(refused.getMessage());
    }

    private static ProblemDetail of(ErrorResponse known) {
        return Arrays.stream(Problem.values())
                .filter(problem -> problem.status().equals(known.getStatusCode()))
                .findFirst()
                .orElse(Problem.MALFORMED)
                .because("请对照接口说明 /api/v1/openapi.yaml 核对地址、方法和请求头。");
    }

    private static String where(HttpMessageNotReadableException unreadable) {
        if (!(unreadable.getCause() instanceof JsonMappingException mapping)
                || mapping.getPath().isEmpty()) {
            return "";
        }
        String field = mapping.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .collect(Collectors.joining("."));
        return mapping instanceof UnrecognizedPropertyException ? "，或者多了字段 " + field : "，或者字段 " + field + " 的值不对";
    }

    private static ProblemDetail unexpected(Exception error) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Unexpected error, told to the client as {}", reference, error);
        return Problem.UNEXPECTED.because("这次请求没有办成，可以用同一个 Idempotency-Key 重发；若仍不行，请把编号 " + reference + " 告诉系统管理员。");
    }

    private void write(ProblemDetail problem, HttpServletResponse response) {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        if (Optional.ofNullable(problem.getProperties())
                .map(properties -> properties.get("code"))
                .filter(Problem.BUSY.code()::equals)
                .isPresent()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
        }
        switch (problem.getStatus()) {
            case HttpServletResponse.SC_SERVICE_UNAVAILABLE ->
                response.setHeader(HttpHeaders.RETRY_AFTER, DatabaseAway.RETRY_AFTER);
            case HttpServletResponse.SC_UNAUTHORIZED ->
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"baoxiu\"");
            case 429 -> response.setHeader(HttpHeaders.RETRY_AFTER, AN_HOUR);
            default -> {}
        }
        try {
            json.writeValue(response.getOutputStream(), problem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
