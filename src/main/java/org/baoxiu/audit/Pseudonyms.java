package org.baoxiu.audit;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.baoxiu.shared.OfficeGroup;
import org.baoxiu.shared.Person;
import org.jspecify.annotations.Nullable;

/**
 * The people of one event log, which may leave the house: each is known by the role and by a number that begins anew in every file, in the
 * order in which they appear.
 */
final class Pseudonyms {

    private static final Somebody OWNER = new Somebody(Person.OWNER, Person.OWNER, false);
    private static final String NO_ROLE = "其他";

    /** @param technician whether of the maintenance team */
    record Somebody(String name, String role, boolean technician) {

        boolean owner() {
            return this == OWNER;
        }
    }

    private final Map<String, OfficeGroup> roles;
    private final Map<String, Somebody> known = new LinkedHashMap<>();

    /** @param roles by login name */
    Pseudonyms(Map<String, OfficeGroup> roles) {
        this.roles = roles;
    }

    /** Null where it was nobody. */
    @Nullable
    Somebody of(@Nullable String person) {
        if (person == null || person.equals(Person.SYSTEM)) {
            return null;
        }
        return person.equals(Person.OWNER) ? OWNER : known.computeIfAbsent(person, this::another);
    }

    private Somebody another(String person) {
        OfficeGroup role = roles.get(person);
        return new Somebody(
                "人员 " + (known.size() + 1), role == null ? NO_ROLE : role.label(), role == OfficeGroup.MAINTENANCE);
    }

    /** Everybody who has appeared; an owner is nobody of the office. */
    Collection<Somebody> all() {
        return known.values();
    }
}
