package org.baoxiu.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

@Tag("found:E7")
class UnknownProxiesTest {

    private final UnknownProxies proxies = new UnknownProxies();

    @Test
    void aProxyThatTheSettingForgetsIsNamedOnce() {
        assertThat(proxies.warning(from("10.0.0.7")))
                .get()
                .asString()
                .contains("10.0.0.7", "baoxiu.proxies")
                .doesNotContain("203.0.113.1");
        assertThat(proxies.warning(from("10.0.0.7"))).isEmpty();
        assertThat(proxies.warning(from("fd00::7"))).get().asString().contains("fd00::7");
    }

    @Test
    void theAddressOfAPersonIsNot() {
        assertThat(proxies.warning(from("198.51.100.9")))
                .get()
                .asString()
                .contains("baoxiu.proxies")
                .doesNotContain("198.51.100.9");
        assertThat(proxies.warning(from("2001:db8::9"))).as("said already").isEmpty();
    }

    @Test
    void whoIsBelievedOrSaysNothingIsNoNews() {
        MockHttpServletRequest believed = from("10.0.0.7");
        believed.setAttribute("org.apache.tomcat.request.forwarded", true);
        assertThat(proxies.warning(believed)).isEmpty();
        MockHttpServletRequest silent = new MockHttpServletRequest();
        silent.setRemoteAddr("10.0.0.7");
        assertThat(proxies.warning(silent)).isEmpty();
    }

    @Test
    void theLogIsNotFilled() {
        long said = 0;
        for (int i = 0; i < 200; i++) {
            said += proxies.warning(from("10.0.1." + i)).stream().count();
        }
        assertThat(said).isEqualTo(20);
    }

    private static MockHttpServletRequest from(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        request.addHeader("X-Forwarded-For", "203.0.113.1");
        return request;
    }
}
