package org.baoxiu.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Posts JSON to a server that may be slow, broken or away. Of an answer that refuses, the status is kept and nothing else:
 * servers repeat what they were sent.
 */
class JsonPost {

    private static final int LONGEST_ANSWER = 64 * 1024;
    /** Time-out, too early, too many requests: not the fault of the request itself. */
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String server;
    private final RestClient client;

    /**
     * @param server   as people read it in the reason of a failure
     * @param patience until the connection is there, and again until the whole answer is
     */
    JsonPost(String server, Duration patience) {
        this.server = server;
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        requests.setReadTimeout(patience);
        this.client = RestClient.builder().requestFactory(requests).build();
    }

    static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One text of an object that {@link #json} has written; null without it. */
    static @Nullable String text(String object, String name) {
        try {
            JsonNode value = JSON.readTree(object).get(name);
            return value == null || !value.isTextual() ? null : value.textValue();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @return the body of the answer, cut off after 64 kB
     * @throws DeliveryFailure if there is no answer or none that accepts
     */
    String send(URI url, Map<String, String> headers, String json) {
        try {
            String body = client.post()
                    .uri(url)
                    .contentType(MediaType.APPLICATION_JSON)
                    .headers(all -> headers.forEach(all::set))
                    .body(json.getBytes(StandardCharsets.UTF_8))
                    .exchange((request, answer) -> accepted(answer));
            return body == null ? "" : body;
        } catch (RestClientException e) {
            // its message quotes the address, and with it the key of a robot
            throw DeliveryFailure.passing(
                    server + "没有应答（" + reason(NestedExceptionUtils.getMostSpecificCause(e)) + "）");
        }
    }

    private static String reason(Throwable cause) {
        return cause instanceof InterruptedIOException || cause instanceof HttpTimeoutException
                ? "超时"
                : cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException
                        ? "找不到地址"
                        : "连不上或中断";
    }

    private String accepted(ClientHttpResponse answer) throws IOException {
        HttpStatusCode status = answer.getStatusCode();
        if (status.is5xxServerError() || PASSING.contains(status.value())) {
            throw DeliveryFailure.passing(server + "暂时不能用（错误码 " + status.value() + "）");
        }
        if (!status.is2xxSuccessful()) {
            throw DeliveryFailure.permanent(server + "拒绝了（错误码 " + status.value() + "）");
        }
        return new String(answer.getBody().readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
    }
}
