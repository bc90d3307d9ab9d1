package org.baoxiu.owner;

import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Which number owners dial (4.3.1.1): on every page that they see. It comes from the settings and not from the database, so that
 * it also stands on the page that says that the database is away.
 */
@Component("officeContacts")
@EnableConfigurationProperties(OfficeContacts.Settings.class)
public class OfficeContacts {

    private final List<Contact> contacts;

    public OfficeContacts(Settings settings) {
        this.contacts = settings.offices();
    }

    /** The setting {@code baoxiu.offices}. */
    @ConfigurationProperties("baoxiu")
    public record Settings(List<Contact> offices) {

        public Settings {
            offices = offices == null ? List.of() : List.copyOf(offices);
        }
    }

    /**
     * @param name      of the office, as on the slips
     * @param telephone as people read it; behind 转 or a third dash an extension
     */
    public record Contact(String name, String telephone) {

        /** For a link: a telephone dials the extension after a pause. */
        public String dialled() {
            return telephone.replaceFirst("[转,]|(?<=\\d-\\d{7,8})-", ",").replaceAll("[^\\d+,]", "");
        }
    }

    /** Of one office if it is known, else of all. */
    public List<Contact> at(String office) {
        return of(office).map(List::of).orElse(contacts);
    }

    /** The names as the setting has them. */
    public List<String> names() {
        return contacts.stream().map(Contact::name).toList();
    }

    public Optional<Contact> of(String office) {
        return contacts.stream()
                .filter(contact -> contact.name().equals(office))
                .findFirst();
    }
}
