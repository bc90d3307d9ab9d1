package org.baoxiu.notification;

import jakarta.mail.AuthenticationFailedException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.baoxiu.shared.Telephones;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;

/** Why a message did not leave, for whoever reads it in the office. */
final class FailureInWords {

    private FailureInWords() {}

    /** What a server itself answered follows as it is, without addresses and telephones: servers repeat what they refuse. */
    static String of(Throwable failure) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        if (cause instanceof UnknownHostException) {
            return "找不到服务器，请检查服务器的地址";
        }
        if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return "连不上服务器";
        }
        if (cause instanceof SocketTimeoutException) {
            return "服务器没有按时应答";
        }
        if (cause instanceof SSLException) {
            return "与服务器的加密连接没有建立，请检查证书";
        }
        if (cause instanceof AuthenticationFailedException) {
            return "服务器不接受登录名或密码";
        }
        String answer = withoutAddresses(cause.getMessage());
        return answer.isEmpty() ? "原因不明，请查看日志" : "服务器答复：" + answer;
    }

    private static String withoutAddresses(@Nullable String answer) {
        return answer == null
                ? ""
                : Telephones.hiddenIn(answer.replaceAll("[^\\s<>:;,]+@[^\\s<>:;,]+", "…"))
                        .strip();
    }
}
