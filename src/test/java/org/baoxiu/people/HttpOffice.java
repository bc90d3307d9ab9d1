package org.baoxiu.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.function.BiFunction;
import org.baoxiu.testing.Http;

/**
 * Somebody who talks to the engine over HTTP: either straight to {@code /engine-rest} or the way Tasklist does, through
 * the interface of the web applications with a session and a token against forged requests.
 */
public final class HttpOffice {

    public record Answer(int status, JsonNode body) {

        public String message() {
            return body.path("message").asText();
        }

        public String type() {
            return body.path("type").asText();
        }
    }

    /** How somebody talks to the engine whom it must answer alike. */
    public enum Way {
        REST(HttpOffice::rest),
        TASKLIST(HttpOffice::tasklist);

        private final BiFunction<Integer, String, HttpOffice> login;

        Way(BiFunction<Integer, String, HttpOffice> login) {
            this.login = login;
        }

        public HttpOffice as(int port, String person) {
            return login.apply(port, person);
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client;
    private final String base;
    private final String header;
    private final String value;

    private HttpOffice(HttpClient client, String base, String header, String value) {
        this.client = client;
        this.base = base;
        this.header = header;
        this.value = value;
    }

    public static HttpOffice anonymous(int port) {
        return new HttpOffice(Http.CLIENT, "http://localhost:" + port + "/engine-rest", "X-Nobody", "-");
    }

    public static HttpOffice rest(int port, String user) {
        String credentials = Base64.getEncoder().encodeToString((user + ":baoxiu").getBytes(StandardCharsets.UTF_8));
        return new HttpOffice(
                Http.CLIENT, "http://localhost:" + port + "/engine-rest", "Authorization", "Basic " + credentials);
    }

    /** Logs in as Tasklist does. */
    public static HttpOffice tasklist(int port, String user) {
        return loggedIn(port, user, "/api/engine/engine/default");
    }

    /** As {@link #tasklist}, but talks to the interfaces of all web applications. */
    public static HttpOffice webApplications(int port, String user) {
        return loggedIn(port, user, "/api");
    }

    private static HttpOffice loggedIn(int port, String user, String path) {
        Browser browser = new Browser(port);
        int status = browser.login(user, "tasklist");
        if (status != 200) {
            throw new IllegalStateException(user + " cannot log in to Tasklist: " + status);
        }
        // logging in begins a new session, whose token comes with the next page
        browser.open("tasklist");
        return new HttpOffice(browser.client, browser.root + path, "X-XSRF-TOKEN", browser.token());
    }

    /** @return the HTTP status of logging in to one of the web applications */
    public static int login(int port, String user, String application) {
        return new Browser(port).login(user, application);
    }

    /** @return the HTTP status of a page of the application, opened beside Tasklist or, without a {@code user}, by nobody */
    public static int pageBesideTasklist(int port, String user, String path) {
        Browser browser = new Browser(port);
        if (user != null) {
            browser.login(user, "tasklist");
        }
        return send(
                        browser.client,
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build())
                .statusCode();
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    /** Asks the way Tasklist asks for its lists: with what belongs to each task embedded. */
    public Answer getHal(String path) {
        return send("GET", path, null, "application/hal+json");
    }

    public Answer post(String path, String json) {
        return send("POST", path, json);
    }

    public Answer put(String path, String json) {
        return send("PUT", path, json);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    private Answer send(String method, String path, String json) {
        return send(method, path, json, "application/json");
    }

    private Answer send(String method, String path, String json, String accept) {
        return send(method, path, json, accept, "application/json");
    }

    /** A form with files, as browsers and the Modeler send it: each part with the type of its content. */
    public Answer multipart(String path, Map<String, String> fields, Map<String, String> files) {
        String boundary = "----baoxiu" + fields.hashCode();
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(boundary, name, value)));
        files.forEach((name, content) -> body.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: text/xml\r\n\r\n%s\r\n"
                        .formatted(boundary, name, name, content)));
        body.append("--").append(boundary).append("--\r\n");
        return send("POST", path, body.toString(), "application/json", "multipart/form-data; boundary=" + boundary);
    }

    /** @param body may be null */
    public Answer send(String method, String path, String body, String accept, String contentType) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header(header, value)
                .header("Accept", accept)
                .header("Content-Type", contentType)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = send(client, request);
        return new Answer(answer.statusCode(), parse(answer.body()));
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode parse(String body) {
        try {
            return body.startsWith("{") || body.startsWith("[")
                    ? JSON.readTree(body)
                    : JSON.getNodeFactory().textNode(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cookies and token of one person's browser. */
    private static final class Browser {

        private final CookieManager cookies = new CookieManager();
        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(cookies).build();
        private final String root;

        private Browser(int port) {
            root = "http://localhost:" + port + "/camunda";
        }

        private void open(String application) {
            send(
                    client,
                    HttpRequest.newBuilder(URI.create(root + "/app/" + application + "/default/"))
                            .build());
        }

        /** In the window that Tasklist shows when a session has ended. */
        private int login(String user, String application) {
            return send(
                            client,
                            HttpRequest.newBuilder(
                                            URI.create(root + "/api/admin/auth/user/default/login/" + application))
                                    .header("Sec-Fetch-Site", "same-origin")
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(BodyPublishers.ofString("username="
                                            + URLEncoder.encode(user, StandardCharsets.UTF_8) + "&password=baoxiu"))
                                    .build())
                    .statusCode();
        }

        private String token() {
            return cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                    .map(HttpCookie::getValue)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
