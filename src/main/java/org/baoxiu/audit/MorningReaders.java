package org.baoxiu.audit;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who wants the figures of the day as a message each morning. */
@Service
@Transactional
public class MorningReaders {

    private final JdbcClient database;

    MorningReaders(JdbcClient database) {
        this.database = database;
    }

    @Transactional(readOnly = true)
    public List<String> all() {
        return database.sql("select person from morning_reader order by person")
                .query(String.class)
                .list();
    }

    @Transactional(readOnly = true)
    public boolean wants(String person) {
        return all().contains(person);
    }

    public void set(String person, boolean wanted) {
        database.sql("delete from morning_reader where person = ?")
                .param(person)
                .update();
        if (wanted) {
            database.sql("insert into morning_reader (person) values (?)")
                    .param(person)
                    .update();
        }
    }
}
