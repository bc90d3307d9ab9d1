package org.baoxiu.privacy;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.List;
import java.util.function.Consumer;
import org.baoxiu.notification.Night;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Each night what has been kept long enough goes. A slip at a time: whatever stops it goes on the next night. */
@Component
@EnableConfigurationProperties(KeepProperties.class)
class NightlyForgetting {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyForgetting.class);
    private static final String OVER = "保存期限已到";
    private static final int AT_ONCE = 500;

    private final JdbcClient database;
    private final Forgetting forgetting;
    private final KeepProperties keep;
    private final Clock clock;

    NightlyForgetting(JdbcClient database, Forgetting forgetting, KeepProperties keep, Clock clock) {
        this.database = database;
        this.forgetting = forgetting;
        this.keep = keep;
        this.clock = clock;
    }

    @EventListener(Night.class)
    void run() {
        int people = slips(
                "select number from slip where forgotten < 2 and closed_at < ?",
                keep.people(),
                number -> forgetting.people(number, Person.system(), OVER));
        int telephones = slips(
                "select number from slip where forgotten < 1 and closed_at < ?",
                keep.telephones(),
                number -> forgetting.telephone(number, Person.system(), OVER));
        int photos = slips(
                """
            select number from slip where closed_at < ? and exists (select 1 from photo p where p.slip_number = slip.number)""",
                keep.photos(),
                number -> forgetting.photos(number, Person.system(), OVER));
        int others = callers() + residents() + notes();
        if (people + telephones + photos + others > 0) {
            LOG.info(
                    "Not kept any longer: people of {} slips, telephones of {}, photos of {}; {} others",
                    people,
                    telephones,
                    photos,
                    others);
        }
    }

    private LocalDateTime before(Period kept) {
        return LocalTimes.local(clock.instant()).minus(kept);
    }

    private int slips(String which, Period kept, Consumer<String> forget) {
        int forgotten = 0;
        List<String> some = some(which, kept, "");
        while (!some.isEmpty()) {
            for (String number : some) {
                try {
                    forget.accept(number);
                    forgotten++;
                } catch (RuntimeException e) {
                    LOG.error("The people of slip {} are kept until the next night", number, e);
                }
            }
            some = some(which, kept, some.get(some.size() - 1));
        }
        return forgotten;
    }

    private List<String> some(String which, Period kept, String after) {
        return database.sql(which + " and number > ? order by number fetch first " + AT_ONCE + " rows only")
                .params(before(kept), after)
                .query(String.class)
                .list();
    }

    private int callers() {
        return database.sql(
                        """
            update incident_caller set name = ?, telephone = ?, telephone_key = '', said = ''
             where telephone_key <> '' and incident_id in (select id from incident where ended_at < ?)""")
                .params(Redaction.GONE, Redaction.GONE, before(keep.callers()))
                .update();
    }

    private int residents() {
        LocalDateTime before = before(keep.residents());
        database.sql("delete from resident_telephone where resident_id in (select id from resident where until < ?)")
                .param(before.toLocalDate())
                .update();
        return database.sql("delete from resident where until < ?")
                .param(before.toLocalDate())
                .update();
    }

    private int notes() {
        return database.sql("delete from place_note where ended_at < ?")
                .param(before(keep.notes()))
                .update();
    }
}
