package org.baoxiu.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import org.baoxiu.testing.Answers;
import org.baoxiu.testing.Http;

/** A client's program, which reads the served description and holds every exchange against it. */
class ClientApp {

    static final String DESCRIPTION = "/api/v1/openapi.yaml";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String application;
    private final String key;
    private final OpenApiInteractionValidator description;

    ClientApp(int port, String key) {
        this.application = "http://localhost:" + port;
        this.key = key;
        this.description = OpenApiInteractionValidator.createForInlineApiSpecification(description(port))
                .build();
    }

    static String description(int port) {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + DESCRIPTION)));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        JsonNode json() {
            return read(response.body());
        }

        String text(String field) {
            return json().path(field).asText();
        }

        Answer isProblem(int status, String code) {
            assertThat(status()).as(response.body()).isEqualTo(status);
            assertThat(header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(json().path("status").asInt()).isEqualTo(status);
            assertThat(text("code")).as(response.body()).isEqualTo(code);
            assertThat(text("type")).isEqualTo("urn:baoxiu:problem:" + code);
            assertThat(text("title")).matches(".*[\\u4e00-\\u9fff].*");
            assertThat(text("detail")).matches("(?s).*[\\u4e00-\\u9fff].*");
            return this;
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    Answer reads(String number) {
        return conforming("GET", "/api/v1/repairs/" + number, null, null);
    }

    Answer reports(Map<String, Object> repair) {
        return reports(repair, UUID.randomUUID().toString());
    }

    Answer reports(Map<String, Object> repair, String idempotencyKey) {
        return conforming("POST", "/api/v1/repairs", repair, idempotencyKey);
    }

    Answer does(String step, String number, Object... fields) {
        return does(step, number, Answers.fields(fields));
    }

    Answer does(String step, String number, Map<String, Object> content) {
        return conforming(
                "POST",
                "/api/v1/repairs/" + number + "/" + step,
                content,
                UUID.randomUUID().toString());
    }

    /** Request and answer are both as the description says. */
    private Answer conforming(String method, String path, Object content, String idempotencyKey) {
        String body = content == null ? null : written(content);
        Answer answer =
                sends(method, path, body, "Idempotency-Key", idempotencyKey, "Content-Type", "application/json");
        SimpleRequest.Builder request =
                new SimpleRequest.Builder(method, path).withHeader("Authorization", "Bearer " + key);
        if (body != null) {
            request.withHeader("Idempotency-Key", idempotencyKey)
                    .withContentType("application/json")
                    .withBody(body);
        }
        fits(description.validateRequest(request.build()));
        return answer;
    }

    /** Whatever was sent, the answer is as the description says; headers are pairs, and null leaves one out. */
    Answer sends(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(application + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        for (int i = 0; i < headers.length; i += 2) {
            if (headers[i + 1] != null) {
                request.setHeader(headers[i], headers[i + 1]);
            }
        }
        HttpResponse<String> answer = send(request);
        assertThat(answer.headers().firstValue("Set-Cookie")).as("no session").isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        SimpleResponse.Builder response =
                SimpleResponse.Builder.status(answer.statusCode()).withBody(answer.body());
        answer.headers().map().forEach((name, values) -> response.withHeader(name, values));
        if (answer.statusCode() != 405 && described(path)) {
            fits(description.validateResponse(path, Request.Method.valueOf(method), response.build()));
        }
        return new Answer(answer);
    }

    private static boolean described(String path) {
        return path.matches("/api/v1/repairs(/[^/]+(/(urge|complaint|cancel|consent|acceptance))?)?");
    }

    private static void fits(ValidationReport report) {
        assertThat(report.getMessages()).isEmpty();
    }

    static String written(Object content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return Http.CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
