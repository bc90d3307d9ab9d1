package org.baoxiu.web.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.baoxiu.office.RegisterByHand.Listed;
import org.baoxiu.office.Resident;
import org.baoxiu.shared.Telephones;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of a flat as its card shows them.
 *
 * @param span from when to when, empty when neither is known
 * @param now  whether the flat is theirs today
 */
record PersonLine(
        long id,
        String kind,
        String name,
        String span,
        boolean now,
        List<Telephone> telephones,
        @Nullable String note) {

    record Telephone(String written, String dialled) {}

    static PersonLine of(Listed listed, LocalDate today) {
        Resident person = listed.resident();
        return new PersonLine(
                listed.id(),
                person.kind().label(),
                person.name(),
                person.since() == null && person.until() == null
                        ? ""
                        : Objects.toString(person.since(), "") + " 至 " + Objects.toString(person.until(), "今"),
                person.on(today),
                person.telephones().stream()
                        .map(telephone -> new Telephone(telephone, Telephones.dialled(telephone)))
                        .toList(),
                person.note());
    }
}
