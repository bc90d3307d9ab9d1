package org.baoxiu.notification;

import java.util.Arrays;

/**
 * Who is told something: a person of the office by login name, a group of the office by its id, or the owner of a slip by
 * the slip's number, the application of a client by its id, or somebody of {@link Contacts}. Login names have no colon in them, so that the codes of all can
 * stand in one column.
 */
public record Recipient(Kind kind, String name) {

    public enum Kind {
        OWNER("owner:"),
        GROUP("group:"),
        CLIENT("client:"),
        CONTACT("contact:"),
        PERSON("");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    static Recipient person(String login) {
        return new Recipient(Kind.PERSON, login);
    }

    static Recipient group(String id) {
        return new Recipient(Kind.GROUP, id);
    }

    static Recipient ownerOf(String slipNumber) {
        return new Recipient(Kind.OWNER, slipNumber);
    }

    static Recipient client(String id) {
        return new Recipient(Kind.CLIENT, id);
    }

    static Recipient contact(String id) {
        return new Recipient(Kind.CONTACT, id);
    }

    static Recipient of(String code) {
        Kind kind = Arrays.stream(Kind.values())
                .filter(one -> code.startsWith(one.prefix))
                .findFirst()
                .orElseThrow();
        return new Recipient(kind, code.substring(kind.prefix.length()));
    }

    String code() {
        return kind.prefix + name;
    }
}
