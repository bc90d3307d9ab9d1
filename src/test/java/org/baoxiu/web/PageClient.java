package org.baoxiu.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.baoxiu.testing.Http;

/** Asks for pages as a browser does that knows a demo person's password. */
public record PageClient(int port) {

    /** @param user null for nobody */
    public HttpResponse<String> get(String path, String user) throws IOException, InterruptedException {
        return send(request(path, user));
    }

    /** @param header says where the form comes from, with its {@code value} */
    public HttpResponse<String> post(String path, String user, String form, String header, String value)
            throws IOException, InterruptedException {
        return send(request(path, user)
                .header(header, value)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /** A form with files, as a browser of the office sends it. */
    public HttpResponse<String> sends(String path, String user, String field, Map<String, String> files)
            throws IOException, InterruptedException {
        String boundary = "----baoxiu";
        StringBuilder body = new StringBuilder();
        files.forEach((name, content) -> body.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n%s\r\n"
                        .formatted(boundary, field, name, content)));
        body.append("--").append(boundary).append("--\r\n");
        return send(request(path, user)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder request(String path, String user) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (user != null) {
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString((user + ":baoxiu").getBytes(StandardCharsets.UTF_8)));
        }
        return request;
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return Http.CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
