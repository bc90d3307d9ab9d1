package org.baoxiu.privacy;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Telephones;
import org.baoxiu.shared.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is known of somebody who asks, by their telephone: to be told, or to be forgotten. */
@Service
public class PersonalData {

    private static final int LONGEST_REQUEST = 200;
    private static final String ON_REQUEST = "应本人要求";

    private static final String SLIPS =
            """
      select number from slip where (telephone_e164 = :e164 or reporter_phone = :typed)
         and (:name = '' or reporter_name = :name) order by number""";
    private static final String RESIDENTS =
            """
      select distinct r.id from resident r join resident_telephone t on t.resident_id = r.id
       where t.telephone_key = :key and (:name = '' or r.name = :name) order by r.id""";
    private static final String CALLERS =
            "select id from incident_caller where telephone_key = :key and (:name = '' or name = :name) order by id";

    private final JdbcClient database;
    private final Forgetting forgetting;
    private final Clock clock;

    PersonalData(JdbcClient database, Forgetting forgetting, Clock clock) {
        this.database = database;
        this.forgetting = forgetting;
        this.clock = clock;
    }

    /** @param name as it stands in the records, or empty for everybody with the telephone, such as a family */
    public record Asked(String telephone, String name) {

        /** @throws Rejection if it is no telephone */
        public Asked {
            telephone = Telephones.checked("电话", telephone);
            name = Texts.line(name);
        }

        private Map<String, String> parameters() {
            return Map.of(
                    "typed",
                    telephone,
                    "e164",
                    Telephones.e164(telephone).orElse("-"),
                    "key",
                    Telephones.key(telephone),
                    "name",
                    name);
        }
    }

    /**
     * Where somebody is known.
     *
     * @param residents in the register, by their ids, as {@code callers} of incidents
     */
    public record Found(List<String> slips, List<Long> residents, List<Long> callers) {

        public boolean nothing() {
            return slips.isEmpty() && residents.isEmpty() && callers.isEmpty();
        }
    }

    @Transactional(readOnly = true)
    public Found find(Asked asked) {
        return new Found(
                keys(SLIPS, asked, String.class), keys(RESIDENTS, asked, Long.class), keys(CALLERS, asked, Long.class));
    }

    private <T> List<T> keys(String sql, Asked asked, Class<T> type) {
        return database.sql(sql).params(asked.parameters()).query(type).list();
    }

    /**
     * Everything in words, for the person who has asked.
     *
     * @param by login name
     */
    @Transactional
    public String export(Asked asked, String by) {
        Found found = find(asked);
        done(
                "EXPORT",
                by,
                null,
                new Erased(
                        found.slips().size(),
                        found.residents().size() + found.callers().size(),
                        0));
        return new Export(database).of(found, asked.telephone(), clock.instant());
    }

    private void done(String kind, String by, @Nullable String how, Erased what) {
        database.sql(
                        "insert into personal_request (kind, done_at, done_by, how, slips, others, photos) values (?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        kind, LocalTimes.local(clock.instant()), by, how, what.slips(), what.others(), what.photos()))
                .update();
    }

    /**
     * What was done for somebody stays, and nothing says for whom.
     *
     * @param how    somebody has asked, such as by letter, and how it is known that it was them; without a name
     * @param photos whether photos and signatures go as well
     * @param by     login name
     * @return how many slips, other records and photos
     * @throws Rejection while something is still being done or owed
     */
    @Transactional
    public Erased erase(Asked asked, String how, boolean photos, String by) {
        String request = Texts.line(how);
        if (request.isEmpty() || request.length() > LONGEST_REQUEST) {
            throw Rejection.invalid("请写明本人怎样提出、怎样核对过身份，最多 " + LONGEST_REQUEST + " 个字，不要写姓名和电话。");
        }
        Found found = find(asked);
        if (found.nothing()) {
            throw Rejection.invalid("没有这个电话的个人信息，不用删除。");
        }
        checkNothingIsOpen(found.slips());
        Person person = new Person(by, Set.of());
        int pictures = 0;
        for (String number : found.slips()) {
            // first: a slip that has been read in this transaction would be saved as it was
            forgetting.people(number, person, ON_REQUEST);
            pictures += photos ? forgetting.photos(number, person, ON_REQUEST) : 0;
        }
        found.residents().forEach(this::eraseResident);
        found.callers().forEach(this::eraseCaller);
        eraseElsewhere(asked);
        Erased erased = new Erased(
                found.slips().size(), found.residents().size() + found.callers().size(), pictures);
        done("ERASE", by, Telephones.hiddenIn(request), erased);
        return erased;
    }

    public record Erased(int slips, int others, int photos) {}

    private void checkNothingIsOpen(List<String> slips) {
        for (String number : slips) {
            boolean open = database.sql("select count(*) from slip where number = ? and closed_at is null")
                            .param(number)
                            .query(Integer.class)
                            .single()
                    > 0;
            if (open) {
                throw Rejection.outOfTurn(number, "还没有办完，要用电话联系业主。办完以后再删除。");
            }
            boolean owed = database.sql(
                                    """
                select coalesce(sum(case when kind in ('BILLED', 'REFUND') then amount else -amount end), 0) from fee_entry where slip_number = ?""")
                            .param(number)
                            .query(BigDecimal.class)
                            .single()
                            .signum()
                    != 0;
            if (owed) {
                throw Rejection.outOfTurn(number, "费用还没有结清。收款、减免或退款以后再删除。");
            }
        }
    }

    private void eraseResident(long id) {
        database.sql("delete from resident_telephone where resident_id = ?")
                .param(id)
                .update();
        database.sql("delete from resident where id = ?").param(id).update();
    }

    private void eraseCaller(long id) {
        database.sql("update incident_caller set name = ?, telephone = ?, telephone_key = '', said = '' where id = ?")
                .params(Redaction.GONE, Redaction.GONE, id)
                .update();
    }

    /** Logins of owners, codes, and calls that were looked up by the telephone and came to nothing. */
    private void eraseElsewhere(Asked asked) {
        Set<String> spellings = new HashSet<>(
                List.of(asked.telephone(), Telephones.national(asked.telephone()), Telephones.key(asked.telephone())));
        for (String telephone : spellings) {
            database.sql("delete from owner_session where telephone = ?")
                    .param(telephone)
                    .update();
            database.sql("delete from text_code where mobile = ?")
                    .param(telephone)
                    .update();
            for (String table : List.of("act_hi_varinst", "act_hi_detail", "act_ru_variable")) {
                database.sql("update " + table + " set text_ = ? where text_ = ?")
                        .params(Redaction.GONE, telephone)
                        .update();
            }
        }
    }
}
