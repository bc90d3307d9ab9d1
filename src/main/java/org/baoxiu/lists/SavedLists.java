package org.baoxiu.lists;

import java.util.List;
import java.util.Optional;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lists that each person has saved, and nobody else's. */
@Service
@Transactional
public class SavedLists {

    static final int MOST = 30;
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_WORDS = 1000;

    private final JdbcClient database;

    SavedLists(JdbcClient database) {
        this.database = database;
    }

    /** By name. */
    @Transactional(readOnly = true)
    public List<SavedList> of(String person) {
        return database.sql("select id, name, words, usual from saved_list where person = ? order by name")
                .param(person)
                .query(SavedList.class)
                .list();
    }

    /** What opens when the person asks for nothing else. */
    @Transactional(readOnly = true)
    public Optional<SavedList> usual(String person) {
        return of(person).stream().filter(SavedList::usual).findFirst();
    }

    /**
     * Saves a list; one of the same name is replaced.
     *
     * @throws Rejection without a name, and beyond {@value #MOST} lists
     */
    public void save(String person, String typedName, String words, boolean usual) {
        String name = Texts.line(typedName);
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Rejection.invalid("请给这个视图起个名字，最多 " + LONGEST_NAME + " 个字。");
        }
        if (words.length() > LONGEST_WORDS) {
            throw Rejection.invalid("这个视图的条件太长，存不下，请减少条件。");
        }
        List<SavedList> others =
                of(person).stream().filter(one -> !one.name().equals(name)).toList();
        if (others.size() >= MOST) {
            throw Rejection.invalid("每人最多存 " + MOST + " 个视图，请先删掉不用的。");
        }
        database.sql("delete from saved_list where person = ? and name = ?")
                .params(person, name)
                .update();
        if (usual) {
            database.sql("update saved_list set usual = false where person = ?")
                    .param(person)
                    .update();
        }
        database.sql("insert into saved_list (person, name, words, usual) values (?, ?, ?, ?)")
                .params(person, name, words, usual)
                .update();
    }

    /** Of somebody else's nothing happens. */
    public void remove(String person, long id) {
        database.sql("delete from saved_list where person = ? and id = ?")
                .params(person, id)
                .update();
    }
}
