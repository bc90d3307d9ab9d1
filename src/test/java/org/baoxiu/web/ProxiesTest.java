package org.baoxiu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.baoxiu.testing.ProcedureTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who counts is whoever asks, not whoever they say they are. In tests 127.0.0.1 is the proxy, every other address is a stranger's. */
@ProcedureTest
@Tag("found:E7")
class ProxiesTest {

    private static final int GUESSES = 60;

    @LocalServerPort
    private int port;

    @Test
    void aStrangerWhoNamesOtherAddressesIsStoppedAllTheSame() throws IOException {
        for (int i = 0; i < GUESSES; i++) {
            assertThat(statusOfAGuess("127.0.0.2", "203.0.113." + i)).isEqualTo(401);
        }
        assertThat(statusOfAGuess("127.0.0.2", "203.0.113.99")).isEqualTo(429);
        assertThat(statusOfAGuess("127.0.0.3", "127.0.0.2"))
                .as("nor is anybody stopped in another's name")
                .isEqualTo(401);
    }

    @Test
    void nobodyIsAProxyUnlessItIsSaid() throws IOException {
        assertThat(Files.readString(Path.of("src/main/resources/application.yml")))
                .contains("internal-proxies: ${baoxiu.proxies}\n", "  proxies: \"\"\n")
                .doesNotContain("trusted-proxies");
    }

    private int statusOfAGuess(String from, String says) throws IOException {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            socket.getOutputStream()
                    .write(
                            """
          GET /api/v1/repairs/WX1 HTTP/1.1\r
          Host: localhost\r
          Authorization: Bearer bxk_guessed\r
          X-Forwarded-For: %s\r
          Connection: close\r
          \r
          """
                                    .formatted(says)
                                    .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ")[1]);
        }
    }
}
