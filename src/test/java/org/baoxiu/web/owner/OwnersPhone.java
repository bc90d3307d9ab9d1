package org.baoxiu.web.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
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
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.baoxiu.slip.photo.Uploads;

/** The browser of an owner: it opens pages and sends their forms, from an address of its own. */
public class OwnersPhone {

    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");
    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"(quote|round)\" value=\"(\\d+)\"");

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(
                    new CookieManager(null, (from, cookie) -> cookie.getName().equals("BAOXIU-OWNER")))
            .build();
    private final int port;
    private final String address = "203.%d.%d.%d"
            .formatted(
                    ThreadLocalRandom.current().nextInt(250),
                    ThreadLocalRandom.current().nextInt(250),
                    ThreadLocalRandom.current().nextInt(250));

    public OwnersPhone(int port) {
        this.port = port;
    }

    /** @param path without parameters, for a page that was reached by a form */
    public record Page(int status, String path, String body, HttpResponse<String> answer) {

        /** What the page itself puts into its forms. */
        public Map<String, String> hidden() {
            Map<String, String> fields = new HashMap<>();
            Matcher key = KEY.matcher(body);
            assertThat(key.find()).as("a form in %s", body).isTrue();
            fields.put("key", key.group(1));
            Matcher hidden = HIDDEN.matcher(body);
            while (hidden.find()) {
                fields.put(hidden.group(1), hidden.group(2));
            }
            return fields;
        }

        public Map<String, String> filled(String... pairs) {
            Map<String, String> fields = hidden();
            for (int i = 0; i < pairs.length; i += 2) {
                fields.put(pairs[i], pairs[i + 1]);
            }
            return fields;
        }
    }

    public Page opens(String path) {
        return follow(send(request(path)));
    }

    public Page sends(String path, Map<String, String> form) {
        return sends(path, form, "Sec-Fetch-Site", "same-origin");
    }

    public Page sends(String path, Map<String, String> form, String header, String value) {
        return follow(send(request(path)
                .header(header, value)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form)))));
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** With photos, each under the name of a file that its sender chose. */
    public Page sends(String path, Map<String, String> form, Map<String, byte[]> photos, String... login) {
        String boundary = UUID.randomUUID().toString();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        form.forEach((name, value) -> body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        photos.forEach((name, bytes) -> {
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"photos\"; filename=\"" + name
                            + "\"\r\nContent-Type: image/jpeg\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(bytes);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        });
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = request(path)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()));
        return login.length == 0 ? follow(send(request)) : page(send(as(login[0], request)));
    }

    Page opensAs(String person, String path) {
        return page(send(as(person, request(path))));
    }

    /** Whoever of the office sends a form of a page. */
    Page sendsAs(String person, String path, Map<String, String> form) {
        return page(send(as(person, request(path))
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form)))));
    }

    Page sendsAs(String person, String path) {
        return page(send(as(person, request(path))
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.noBody())));
    }

    byte[] loads(String path) {
        try {
            return browser.send(request(path).build(), BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the page sends what was drawn with a finger. */
    public static String signature() {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(Uploads.signature());
    }

    private Page follow(HttpResponse<String> answer) {
        if (answer.statusCode() != 302) {
            return page(answer);
        }
        URI location = URI.create(answer.headers().firstValue("Location").orElseThrow());
        String there = location.getRawPath() + (location.getRawQuery() == null ? "" : "?" + location.getRawQuery());
        return page(send(request(there)));
    }

    private static Page page(HttpResponse<String> answer) {
        return new Page(answer.statusCode(), answer.uri().getPath(), answer.body(), answer);
    }

    private static HttpRequest.Builder as(String person, HttpRequest.Builder request) {
        return request.header(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString((person + ":baoxiu").getBytes(StandardCharsets.UTF_8)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("X-Forwarded-For", address);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
