package org.baoxiu.incident;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.baoxiu.notification.Contacts;
import org.baoxiu.office.Parts;
import org.baoxiu.shared.Telephones;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom an incident concerns: who lives in its places, by the register, and who has called about it. */
@Component
@Transactional(readOnly = true)
class ConcernedPeople implements Contacts {

    private static final String RESIDENT = "r";
    private static final String CALLER = "c";

    private final Parts parts;
    private final JdbcClient database;

    ConcernedPeople(Parts parts, JdbcClient database) {
        this.parts = parts;
        this.database = database;
    }

    /** @param mobiles none where no text message reaches them */
    private record Concerned(String id, String name, List<String> mobiles) {

        Optional<Contact> contact() {
            return mobiles.stream().findFirst().map(mobile -> new Contact(name, mobile));
        }
    }

    /** By their ids as contacts: each once, in however many flats and whether they have called or not. */
    List<String> of(Incident incident) {
        Set<String> told = new HashSet<>();
        return Stream.concat(
                        parts.living(incident.office(), incident.parts()).stream()
                                .map(one -> new Concerned(RESIDENT + one.id(), one.name(), one.mobiles())),
                        callers("incident_id", incident.id()).stream())
                .filter(one -> Collections.disjoint(told, one.mobiles()) && told.addAll(one.mobiles()))
                .map(Concerned::id)
                .toList();
    }

    private List<Concerned> callers(String column, long id) {
        return database.sql("select id, name, telephone from incident_caller where " + column + " = ? order by id")
                .param(id)
                .query((row, number) -> new Concerned(
                        CALLER + row.getLong("id"),
                        row.getString("name"),
                        Telephones.mobile(row.getString("telephone")).stream().toList()))
                .list();
    }

    @Override
    public Optional<Contact> find(String id) {
        long number = Long.parseLong(id.substring(1));
        return id.startsWith(RESIDENT)
                ? parts.living(number)
                        .map(one -> new Contact(one.name(), one.mobiles().get(0)))
                : callers("id", number).stream().findFirst().flatMap(Concerned::contact);
    }
}
