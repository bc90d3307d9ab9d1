package org.baoxiu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** The browser of somebody's phone: it keeps cookies, asks for compressed answers and follows no redirect by itself. */
public final class Phone {

    private static final Pattern FORM_TOKEN = Pattern.compile("(?:name=\"_csrf\" value|data-csrf)=\"([^\"]+)\"");

    public static final String[] FROM_HERE = {"Sec-Fetch-Site", "same-origin"};

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String application;
    private String token = "";
    /** What the page that was opened last puts into its forms. */
    private String formToken = "";

    private String person = "";

    public Phone(int port) {
        application = "http://localhost:" + port;
    }

    /** A page or a file. */
    public record Answer(HttpResponse<byte[]> response) {

        public int status() {
            return response.statusCode();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** What the browser is told to keep, a line for each. */
        public String cookies() {
            return String.join("\n", response.headers().allValues("Set-Cookie"));
        }

        /** In bytes, as it came over the line. */
        int size() {
            return response.body().length;
        }

        public String body() {
            try {
                return header("Content-Encoding").equals("gzip")
                        ? new String(
                                new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes(),
                                StandardCharsets.UTF_8)
                        : new String(response.body(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    public static Phone of(int port, String person) {
        Phone phone = new Phone(port);
        Answer answer = phone.logsIn(person, "baoxiu", FROM_HERE);
        assertThat(answer.status()).as("%s logs in: %s", person, answer.body()).isEqualTo(302);
        phone.opens("/tasks");
        return phone;
    }

    public Answer opens(String path) {
        Answer page = asks(path, "text/html");
        Matcher form = FORM_TOKEN.matcher(page.body());
        if (form.find()) {
            formToken = form.group(1);
        }
        return page;
    }

    /** Reads data, as the script of a staff page does. */
    public Answer fetches(String path) {
        return asks(path, "application/json");
    }

    private Answer asks(String path, String accept) {
        return send(HttpRequest.newBuilder(at(path))
                .header("Accept-Encoding", "gzip")
                .header("Accept", accept));
    }

    /** Asks for anything, with the token of the page that was opened last, as a script of that page does. */
    public Answer requests(String verb, String path) {
        return send(HttpRequest.newBuilder(at(path))
                .headers(FROM_HERE)
                .header("Accept-Encoding", "gzip")
                .header("Accept", "text/html")
                .header("X-CSRF-TOKEN", formToken)
                .method(verb, verb.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("")));
    }

    public Answer logsIn(String person, String password, String... headers) {
        this.person = person;
        opens("/login");
        return sends(
                "/login",
                "username=" + URLEncoder.encode(person, StandardCharsets.UTF_8) + "&password="
                        + URLEncoder.encode(password, StandardCharsets.UTF_8),
                headers);
    }

    public Answer sends(String path, String form, String... headers) {
        return send(HttpRequest.newBuilder(at(path))
                .headers(headers)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        form + "&_csrf=" + URLEncoder.encode(formToken, StandardCharsets.UTF_8))));
    }

    /** Reads through Tasklist's REST interface, as the script of a page does. */
    public Answer asks(String path) {
        Answer answer = asks(ENGINE + path, "application/json");
        token = answer.response().headers().firstValue("X-XSRF-TOKEN").orElse(token);
        return answer;
    }

    /** Changes something through Tasklist's REST interface. */
    public Answer does(String path, String json) {
        return send(HttpRequest.newBuilder(URI.create(application + ENGINE + path))
                .header("X-XSRF-TOKEN", token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    /** Takes a task in the name of somebody. */
    Answer claims(String by, String task) {
        return send(HttpRequest.newBuilder(URI.create(application + "/tasks/" + task + "/claim"))
                .headers(FROM_HERE)
                .header("Baoxiu-Person", by)
                .header("X-CSRF-TOKEN", formToken)
                .POST(BodyPublishers.noBody()));
    }

    /** Sends the form of a task. @param submission by which the server knows it again, here and below */
    Answer completes(String task, String submission, String json) {
        return completes(person, task, submission, json);
    }

    /** As if it had been filled in by somebody. */
    Answer completes(String by, String task, String submission, String json) {
        return send(HttpRequest.newBuilder(URI.create(application + "/tasks/" + task + "/forms/" + submission))
                .headers(FROM_HERE)
                .header("Baoxiu-Person", by)
                .header("X-CSRF-TOKEN", formToken)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    /** Adds a photo to the slip that a task is about. */
    Answer uploads(String task, String kind, byte[] photo, String... headers) {
        return uploadsAs(UUID.randomUUID().toString(), task, kind, photo, headers);
    }

    Answer uploadsAs(String submission, String task, String kind, byte[] photo, String... headers) {
        byte[] head = ("--part\r\nContent-Disposition: form-data; name=\"submission\"\r\n\r\n" + submission
                        + "\r\n--part\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n" + kind
                        + "\r\n--part\r\n"
                        + "Content-Disposition: form-data; name=\"photo\"; filename=\"photo\"\r\nContent-Type: image/jpeg\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8);
        return send(HttpRequest.newBuilder(URI.create(application + "/tasks/" + task + "/photos"))
                .headers(headers)
                .header("Baoxiu-Person", person)
                .header("X-CSRF-TOKEN", formToken)
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(BodyPublishers.ofByteArrays(List.of(head, photo, tail))));
    }

    /** Sends a file by the form of the page that was opened last. */
    public Answer sendsFile(String path, String field, String name, byte[] content) {
        byte[] head = ("--part\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8);
        return send(HttpRequest.newBuilder(at(path + "?_csrf=" + URLEncoder.encode(formToken, StandardCharsets.UTF_8)))
                .headers(FROM_HERE)
                .header("Accept", "text/html")
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(BodyPublishers.ofByteArrays(List.of(head, content, tail))));
    }

    /** An address that begins with {@code http} may be that of another server. */
    private URI at(String path) {
        return URI.create(path.startsWith("http") ? path : application + path);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(client.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
