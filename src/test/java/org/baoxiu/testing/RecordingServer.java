package org.baoxiu.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A real web server on this machine that keeps what it is sent and answers as it is told to. */
public final class RecordingServer implements AutoCloseable {

    /** One request: its body as it came, too. */
    public record Request(URI uri, Map<String, String> headers, String body) {

        public JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        public Map<String, String> query() {
            return Arrays.stream(uri.getRawQuery().split("&"))
                    .map(pair -> pair.split("=", 2))
                    .collect(Collectors.toMap(
                            pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        }
    }

    /** @param inTime false for an answer whose end never comes */
    public record Answer(int status, String body, boolean inTime) {

        public static final Answer OK = new Answer(200, "{\"errcode\":0}", true);

        public static Answer status(int status) {
            return new Answer(status, "{}", true);
        }

        public static Answer body(String body) {
            return new Answer(200, body, true);
        }
    }

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile Function<Request, Answer> answers = request -> Answer.OK;

    public RecordingServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Request request = new Request(
                exchange.getRequestURI(),
                exchange.getRequestHeaders().entrySet().stream()
                        .collect(Collectors.toMap(header -> header.getKey().toLowerCase(), header -> header.getValue()
                                .get(0))),
                body);
        requests.add(request);
        Answer answer = answers.apply(request);
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        if (!answer.inTime()) {
            exchange.getResponseBody().write(bytes, 0, 1);
            exchange.getResponseBody().flush();
            hang();
        }
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Until the test is over. */
    private void hang() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public RecordingServer answering(Answer answer) {
        return answering(request -> answer);
    }

    public RecordingServer answering(Function<Request, Answer> answers) {
        this.answers = answers;
        return this;
    }

    public RecordingServer neverAnswering() {
        return answering(request -> {
            hang();
            return Answer.OK;
        });
    }

    public List<Request> requests() {
        return requests;
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
