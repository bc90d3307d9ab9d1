package org.baoxiu.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.baoxiu.web.PageClient;

/** The pages of rules and diagrams, as a person who may open them uses them. */
record OwnersPages(int port, String person) {

    String page(String path) throws IOException, InterruptedException {
        return new PageClient(port).get(path, person).body();
    }

    HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return new PageClient(port).post(path, person, form, "Sec-Fetch-Site", "same-origin");
    }

    /** @return path of the draft */
    String uploads(Map<String, String> files) throws IOException, InterruptedException {
        return follows(new PageClient(port).sends("/models/drafts", person, "files", files));
    }

    /** What is in force, as the page of a draft says it. */
    String seen(String draft) throws IOException, InterruptedException {
        return page(draft).replaceFirst("(?s).*name=\"seen\" value=\"([0-9a-f]+)\".*", "$1");
    }

    /** @return path of the change */
    String goesLive(String reason, Map<String, String> files) throws IOException, InterruptedException {
        String draft = uploads(files);
        return follows(post(draft + "/live", "reason=" + reason + "&seen=" + seen(draft)));
    }

    HttpResponse<String> asks(String draft, String reason, String at) throws IOException, InterruptedException {
        return post(
                draft + "/live",
                "reason=" + reason + "&at=" + URLEncoder.encode(at, StandardCharsets.UTF_8) + "&seen=" + seen(draft));
    }

    /** @return where the answer leads */
    static String follows(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]*", "");
    }

    static long number(String path) {
        return Long.parseLong(path.replaceFirst(".*/", ""));
    }
}
