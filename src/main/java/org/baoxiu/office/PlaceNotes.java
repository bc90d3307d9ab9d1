package org.baoxiu.office;

import java.time.Clock;
import java.util.List;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Texts;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes of the customer service about a flat or a public place. One that does not hold any more is ended, and kept. */
@Component
@Transactional
public class PlaceNotes {

    static final int LONGEST = 100;
    /** More than this nobody reads while somebody is at the telephone. */
    static final int MOST = 10;

    private static final String PLACE_OF_NOTE =
            " from place p join office o on o.id = p.office_id where o.name = place_note.office and ";

    /** What is registered under the very name of a note is not another flat that is called so without its unit. */
    private static final String WITHOUT_UNIT =
            """
      update place_note set place_key = (select max(p.place_key) %1$s p.short_key = place_note.place_key)
       where (select count(*) %1$s p.short_key = place_note.place_key) = 1
         and not exists (select 1 %1$s p.place_key = place_note.place_key)"""
                    .formatted(PLACE_OF_NOTE);

    private final JdbcClient database;
    private final Clock clock;

    PlaceNotes(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Those that hold, oldest first.
     *
     * @param placeKey the normal form of the place, as a slip has it
     */
    public List<PlaceNote> of(String office, String placeKey) {
        return database.sql(
                        """
            select id, text, noted_at, noted_by from place_note
             where office = ? and place_key = ? and ended_at is null order by id""")
                .params(office, placeKey)
                .query((row, number) -> new PlaceNote(
                        row.getLong("id"),
                        row.getString("text"),
                        LocalTimes.instant(row, "noted_at"),
                        row.getString("noted_by")))
                .list();
    }

    /** What is noted already is not noted twice. */
    public void add(String office, String placeKey, String typed, Person by) {
        String text = Texts.line(typed);
        List<PlaceNote> present = of(office, placeKey);
        if (text.isEmpty()) {
            throw Rejection.invalid("请写明要提醒的事，如“有狗”“听力不好”。");
        }
        if (text.length() > LONGEST) {
            throw Rejection.invalid("提醒最多 " + LONGEST + " 个字，现在有 " + text.length() + " 个，请缩短。");
        }
        if (present.stream().anyMatch(note -> note.text().equals(text))) {
            return;
        }
        if (present.size() >= MOST) {
            throw Rejection.invalid("一处最多记 " + MOST + " 条提醒，请先把不再适用的结束。");
        }
        database.sql("insert into place_note (office, place_key, text, noted_at, noted_by) values (?, ?, ?, ?, ?)")
                .params(office, placeKey, text, LocalTimes.local(clock.instant()), by.id())
                .update();
    }

    /** Of a place, so that nobody ends a note that they do not see; one that has ended stays as it ended. */
    public void end(String office, String placeKey, long id, Person by) {
        database.sql(
                        """
            update place_note set ended_at = ?, ended_by = ?
             where id = ? and office = ? and place_key = ? and ended_at is null""")
                .params(LocalTimes.local(clock.instant()), by.id(), id, office, placeKey)
                .update();
    }

    /** A flat that was written without its unit is found in the register by its whole name from now on. */
    @EventListener(RegisterChanged.class)
    void follow() {
        database.sql(WITHOUT_UNIT).update();
    }

    /** Somebody has said which place of the register it is that was noted under another name. */
    public void move(String office, String placeKey, String toPlaceKey) {
        database.sql("update place_note set place_key = ? where office = ? and place_key = ?")
                .params(toPlaceKey, office, placeKey)
                .update();
    }
}
