package org.baoxiu.privacy;

import java.util.List;
import java.util.stream.Stream;
import org.baoxiu.shared.Person;
import org.baoxiu.slip.Slips;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the people out of slips that have ended, and leaves the work. Each slip says in its history that it was done. */
@Component
class Forgetting {

    private static final int TELEPHONE = 1;
    private static final int EVERYBODY = 2;
    private static final String NO_TELEPHONE = "不再保留联系电话：";
    private static final String NOBODY = "不再保留个人信息：";

    private final JdbcClient database;
    private final WrittenWords texts;
    private final Slips slips;
    private final ApplicationEventPublisher watchers;

    Forgetting(JdbcClient database, WrittenWords texts, Slips slips, ApplicationEventPublisher watchers) {
        this.database = database;
        this.texts = texts;
        this.slips = slips;
        this.watchers = watchers;
    }

    /** What has to be known of a slip to take its people out of it. */
    private record People(
            @Nullable String caseId,
            String reporterName,
            String reporterPhone,
            @Nullable String confirmedBy,
            @Nullable String applicationApplicant) {}

    /** The telephone goes, and every telephone in what was written. */
    @Transactional
    void telephone(String number, Person by, String why) {
        People people = people(number);
        watchers.publishEvent(new SlipIsForgotten(number, NO_TELEPHONE + why));
        texts.redact(number, people.caseId(), new Redaction(List.of(people.reporterPhone())));
        database.sql("update slip set reporter_phone = ?, telephone_e164 = null, forgotten = ? where number = ?")
                .params(Redaction.GONE, TELEPHONE, number)
                .update();
        said(number, by, NO_TELEPHONE + why);
    }

    /** Nothing names anybody any more. */
    @Transactional
    void people(String number, Person by, String why) {
        People people = people(number);
        watchers.publishEvent(new SlipIsForgotten(number, NOBODY + why));
        List<String> names = Stream.concat(
                        Stream.of(people.reporterName(), people.reporterPhone()),
                        Stream.concat(
                                Stream.of(people.confirmedBy(), people.applicationApplicant()),
                                database
                                        .sql("select consent_by_name from quote where slip_number = ?")
                                        .param(number)
                                        .query(String.class)
                                        .list()
                                        .stream()))
                .filter(name -> name != null)
                .toList();
        texts.redact(number, people.caseId(), new Redaction(names));
        database.sql(
                        """
            update slip set reporter_name = ?, reporter_phone = ?, telephone_e164 = null, forgotten = ? where number = ?""")
                .params(Redaction.GONE, Redaction.GONE, EVERYBODY, number)
                .update();
        database.sql("delete from owner_link where slip_number = ?")
                .param(number)
                .update();
        said(number, by, NOBODY + why);
    }

    /** @return how many */
    @Transactional
    int photos(String number, Person by, String why) {
        database.sql("delete from photo_image where photo_id in (select id from photo where slip_number = ?)")
                .param(number)
                .update();
        int photos = database.sql("delete from photo where slip_number = ?")
                .param(number)
                .update();
        if (photos > 0) {
            said(number, by, "不再保留 " + photos + " 张照片：" + why);
        }
        return photos;
    }

    private People people(String number) {
        return database.sql(
                        """
            select case_id, reporter_name, reporter_phone, confirmed_by, application_applicant from slip where number = ? for update""")
                .param(number)
                .query(People.class)
                .single();
    }

    /** The slip is saved by that, so that the search forgets as well. */
    private void said(String number, Person by, String text) {
        slips.change(number, by, 0, "4.3.8", text, unchanged -> {});
    }
}
