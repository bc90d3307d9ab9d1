package org.baoxiu.operation;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.cert.CertificateExpiredException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.baoxiu.shared.Times;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** Whether the proxy's certificate at the public address runs out: owners' telephones then refuse the page. Looked at once an hour. */
@Component
class ServerCertificate implements TroubleSource {

    private static final Logger LOG = LoggerFactory.getLogger(ServerCertificate.class);
    private static final Duration SOON = Duration.ofDays(14);
    private static final Duration LOOKED_AT_EVERY = Duration.ofHours(1);
    private static final int PATIENCE_MILLIS = 2_000;
    private static final int HTTPS = 443;

    private final URI publicUrl;
    private final Clock clock;
    private Optional<Trouble> seen = Optional.empty();
    private @Nullable Instant seenAt;

    ServerCertificate(@Value("${baoxiu.public-url}") URI publicUrl, Clock clock) {
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    @Override
    public synchronized List<Trouble> found() {
        Instant now = clock.instant();
        if ("https".equals(publicUrl.getScheme())
                && (seenAt == null || Duration.between(seenAt, now).abs().compareTo(LOOKED_AT_EVERY) >= 0)) {
            seen = look(now);
            seenAt = now;
        }
        return seen.stream().toList();
    }

    /** What cannot be reached from here says nothing, nor does a certificate of an office's own that this machine does not know. */
    private Optional<Trouble> look(Instant now) {
        String host = publicUrl.getHost();
        int port = publicUrl.getPort() < 0 ? HTTPS : publicUrl.getPort();
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
            plain.setSoTimeout(PATIENCE_MILLIS);
            try (SSLSocket socket = (SSLSocket)
                    ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(plain, host, port, true)) {
                socket.startHandshake();
                Instant end = ((X509Certificate) socket.getSession().getPeerCertificates()[0])
                        .getNotAfter()
                        .toInstant();
                return end.minus(SOON).isAfter(now)
                        ? Optional.empty()
                        : Optional.of(trouble(host, "到期时间是 " + Times.minuteAndYear(end)));
            }
        } catch (IOException e) {
            if (NestedExceptionUtils.getMostSpecificCause(e) instanceof CertificateExpiredException) {
                return Optional.of(trouble(host, "已经到期，业主的手机打不开网页"));
            }
            LOG.debug("The certificate of {} is not known: {}", host, e.getMessage());
            return Optional.empty();
        }
    }

    private static Trouble trouble(String host, String what) {
        return Trouble.of(TroubleKind.HTTPS, "https-" + host, host + " 的网站证书" + what, null);
    }
}
