package org.baoxiu.slip;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is known of slips by fields that the process owner has added to forms (4.3.1). */
@Service
@Transactional
public class FreeFields {

    /** One answer of a form. */
    public record Answer(String key, String label, String words) {}

    private final JdbcClient database;
    private final Clock clock;

    FreeFields(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What is known now, in the order in which it was first asked. */
    public List<FreeField> of(String number) {
        Map<String, FreeField> latest = new LinkedHashMap<>();
        all(number).forEach(field -> latest.put(field.key(), field));
        return latest.values().stream()
                .filter(field -> !field.words().isEmpty())
                .toList();
    }

    /** Every answer, also those that others have taken the place of. */
    public List<FreeField> all(String number) {
        return database.sql("select * from free_field where slip_number = ? order by id")
                .param(number)
                .query((row, line) -> new FreeField(
                        row.getString("field_key"),
                        row.getString("label"),
                        row.getString("words"),
                        row.getString("step"),
                        row.getString("person"),
                        LocalTimes.instant(row, "filled_at")))
                .list();
    }

    /** @return those that say something else than before; the others are kept already */
    public List<Answer> keep(String number, String step, List<Answer> answers, Person by) {
        Map<String, FreeField> before = new LinkedHashMap<>();
        all(number).forEach(field -> before.put(field.key(), field));
        List<Answer> changed = answers.stream()
                .filter(answer -> {
                    FreeField known = before.get(answer.key());
                    return known == null
                            ? !answer.words().isEmpty()
                            : !known.words().equals(answer.words());
                })
                .toList();
        changed.forEach(answer -> database.sql(
                        "insert into free_field (slip_number, field_key, label, words, step, person, filled_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        number,
                        answer.key(),
                        answer.label(),
                        answer.words(),
                        step,
                        by.id(),
                        LocalTimes.local(clock.instant()))
                .update());
        return changed;
    }
}
