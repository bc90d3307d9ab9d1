package org.baoxiu.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.web.Phone;
import org.baoxiu.web.Phone.Answer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The content security policy names the scripts inside the pages by their hashes: one that is missing leaves a page blank,
 * and one too many lets a script through that no page has. A new version of the engine brings other scripts.
 */
@ProcedureTest
@DisplayName("页面内的脚本与安全策略里的散列一致")
class PageScriptsTest {

    private static final Pattern INLINE_SCRIPT = Pattern.compile(
            "<script\\b(?![^>]*\\bsrc\\s*=)[^>]*>(.*?)</script\\s*>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern SCRIPT_SOURCES = Pattern.compile("script-src ([^;]*)");
    private static final Pattern HASH = Pattern.compile("'(sha256-[^']+)'");

    @LocalServerPort
    private int port;

    /** The browser takes the hash of what is delivered, that is after the server has filled in the page's placeholders. */
    @Test
    void thePolicyAllowsTheScriptsInsideThePagesAndNoOthers() {
        Map<String, String> pageByHash = new TreeMap<>();
        for (String application : Set.of("tasklist", "cockpit", "admin", "welcome")) {
            Set<String> hashes = hashes(page(application).body());
            assertThat(hashes).as("scripts inside the page of %s", application).isNotEmpty();
            hashes.forEach(hash -> pageByHash.merge(hash, " (" + application + ")", String::concat));
        }

        assertThat(allowedBy(page("tasklist")))
                .as(
                        "hashes in camunda.bpm.webapp.header-security.content-security-policy-value; right are: %s",
                        pageByHash.entrySet().stream()
                                .map(hash -> "'" + hash.getKey() + "'" + hash.getValue())
                                .toList())
                .containsExactlyInAnyOrderElementsOf(pageByHash.keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void aPageIsTheSameForEverybodyAndNeverAllowsAnyScript(String application) {
        Answer first = page(application);
        Answer second = page(application);

        assertThat(hashes(first.body())).isEqualTo(hashes(second.body()));
        assertThat(allowedBy(first)).isEqualTo(allowedBy(second));
        assertThat(policy(first)).doesNotContain("nonce").doesNotContain("script-src 'unsafe-inline'");
    }

    private Answer page(String application) {
        String address = "/camunda/app/" + application + "/default/";
        Answer page = Phone.of(port, "admin").opens(address);
        assertThat(page.status()).as(address).isEqualTo(200);
        return page;
    }

    private static Set<String> allowedBy(Answer page) {
        Matcher sources = SCRIPT_SOURCES.matcher(policy(page));
        assertThat(sources.find()).as("script-src in %s", policy(page)).isTrue();
        return HASH.matcher(sources.group(1))
                .results()
                .map(hash -> hash.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String policy(Answer page) {
        return page.header("Content-Security-Policy");
    }

    private static Set<String> hashes(String page) {
        return INLINE_SCRIPT
                .matcher(page)
                .results()
                .map(script -> "sha256-" + sha256(script.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String sha256(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
