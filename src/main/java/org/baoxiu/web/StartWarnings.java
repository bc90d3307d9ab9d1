package org.baoxiu.web;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baoxiu.office.Office;
import org.baoxiu.office.OfficeRegister;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says at the start in earnest what owners would stumble over. */
@Component
@Profile("!demo")
public class StartWarnings {

    private static final Logger LOG = LoggerFactory.getLogger(StartWarnings.class);

    private final OfficeRegister offices;
    private final String publicUrl;

    StartWarnings(OfficeRegister offices, @Value("${baoxiu.public-url}") String publicUrl) {
        this.offices = offices;
        this.publicUrl = publicUrl;
    }

    @EventListener(ApplicationReadyEvent.class)
    void warn() {
        found().forEach(LOG::warn);
    }

    List<String> found() {
        List<Office> all = offices.all();
        String silent = all.stream()
                .filter(office -> office.telephone() == null)
                .map(Office::name)
                .collect(Collectors.joining(", "));
        return Stream.of(
                        local(publicUrl)
                                ? "baoxiu.public-url is " + publicUrl
                                        + ": the links that owners and colleagues get lead nowhere but on this machine"
                                : "",
                        silent.isEmpty()
                                ? ""
                                : "baoxiu.offices has no telephone of " + silent
                                        + ": owners see none on their pages, posters and errors",
                        all.isEmpty()
                                ? "baoxiu.offices is empty: an office is typed into each report, and owners see no telephone"
                                : "")
                .filter(warning -> !warning.isEmpty())
                .toList();
    }

    /** Whether an address leads nowhere but on this machine. */
    public static boolean local(String publicUrl) {
        String host = URI.create(publicUrl).getHost();
        return host == null || host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }
}
