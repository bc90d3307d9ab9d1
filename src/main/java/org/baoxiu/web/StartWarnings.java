package org.baoxiu.web;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.baoxiu.owner.OfficeContacts;
import org.baoxiu.shared.Offices;
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
class StartWarnings {

    private static final Logger LOG = LoggerFactory.getLogger(StartWarnings.class);

    private final Offices offices;
    private final OfficeContacts contacts;
    private final String publicUrl;

    StartWarnings(Offices offices, OfficeContacts contacts, @Value("${baoxiu.public-url}") String publicUrl) {
        this.offices = offices;
        this.contacts = contacts;
        this.publicUrl = publicUrl;
    }

    @EventListener(ApplicationReadyEvent.class)
    void warn() {
        found().forEach(LOG::warn);
    }

    List<String> found() {
        String silent = String.join(
                ", ",
                offices.names().stream()
                        .filter(office -> contacts.of(office).isEmpty())
                        .toList());
        String unknown = String.join(
                ", ",
                contacts.names().stream().filter(office -> !offices.has(office)).toList());
        return Stream.of(
                        local()
                                ? "baoxiu.public-url is " + publicUrl
                                        + ": the links that owners and colleagues get lead nowhere but on this machine"
                                : "",
                        silent.isEmpty()
                                ? ""
                                : "baoxiu.offices has no telephone of " + silent
                                        + ": owners see none on their pages, posters and errors",
                        unknown.isEmpty()
                                ? ""
                                : "baoxiu.offices names " + unknown
                                        + ", which the form to report a repair does not offer: nobody's page shows that telephone alone")
                .filter(warning -> !warning.isEmpty())
                .toList();
    }

    private boolean local() {
        String host = URI.create(publicUrl).getHost();
        return host == null || host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }
}
