package org.baoxiu.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says in the log, once for each, that somebody names whoever is behind and is not believed: a proxy that the setting forgets makes
 * all who come through it one address, who then wait for each other's wrong passwords. Addresses of people are not logged.
 */
@Component
class UnknownProxies extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(UnknownProxies.class);
    private static final int MOST = 20;
    /** Set by the server where the sender is one of the configured proxies. */
    private static final String BELIEVED = "org.apache.tomcat.request.forwarded";

    private final Set<String> told = ConcurrentHashMap.newKeySet();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        warning(request).ifPresent(LOG::warn);
        chain.doFilter(request, response);
    }

    Optional<String> warning(HttpServletRequest request) {
        if (request.getHeader("X-Forwarded-For") == null
                || request.getAttribute(BELIEVED) != null
                || told.size() >= MOST) {
            return Optional.empty();
        }
        String sender = sender(request.getRemoteAddr());
        return told.add(sender)
                ? Optional.of("X-Forwarded-For from " + sender
                        + " is ignored: if that is a proxy of yours, add its address to baoxiu.proxies")
                : Optional.empty();
    }

    /** A proxy of the house has an address of the house; any other may be a person's. */
    private static String sender(String address) {
        try {
            // a literal address, nothing is looked up
            InetAddress sender = InetAddress.getByName(address);
            boolean ours = sender.isLoopbackAddress()
                    || sender.isSiteLocalAddress()
                    || sender.isLinkLocalAddress()
                    || (sender.getAddress()[0] & 0xfe) == 0xfc && sender.getAddress().length == 16;
            return ours ? address : "a public address";
        } catch (IOException e) {
            return "an address that cannot be read";
        }
    }
}
