package org.baoxiu.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import jakarta.mail.AuthenticationFailedException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mail.MailSendException;

@DisplayName("没有送达的原因")
class FailureInWordsTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments(new UnknownHostException("smtp.example.org"), "找不到服务器，请检查服务器的地址"),
                arguments(new ConnectException("Connection refused"), "连不上服务器"),
                arguments(new SocketTimeoutException("Read timed out"), "服务器没有按时应答"),
                arguments(new SSLHandshakeException("PKIX path building failed"), "与服务器的加密连接没有建立，请检查证书"),
                arguments(new AuthenticationFailedException("535 5.7.8"), "服务器不接受登录名或密码"),
                arguments(
                        new IllegalStateException("550 <li@example.org>: 13800138000 unknown"),
                        "服务器答复：550 <…>: … unknown"),
                arguments(new IllegalStateException(), "原因不明，请查看日志"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    @DisplayName("in words, whatever wraps it; addresses and telephones that a server repeats are left out")
    void inWords(Exception cause, String words) {
        assertThat(FailureInWords.of(new MailSendException("Mail server connection failed", cause)))
                .isEqualTo(words);
    }
}
