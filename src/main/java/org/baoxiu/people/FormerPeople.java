package org.baoxiu.people;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was deleted in the office, and so does not come back by themselves. Whoever an administrator creates anew exists again. */
@Component
public class FormerPeople {

    private final JdbcClient database;
    private final Persons persons;

    FormerPeople(JdbcClient database, Persons persons) {
        this.database = database;
        this.persons = persons;
    }

    /**
     * Remembers those who are no longer there.
     *
     * @param left login names of those who were deleted, or have only left a group
     */
    public void remember(Collection<String> left) {
        left.stream()
                .filter(person -> !persons.exists(person) && !wasHere(person))
                .forEach(person -> database.sql("insert into former_person (login) values (?)")
                        .param(person)
                        .update());
    }

    boolean wasHere(String person) {
        return database.sql("select count(*) from former_person where login = ?")
                        .param(person)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
