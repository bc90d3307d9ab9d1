package org.baoxiu.web.api;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.baoxiu.shared.Hash;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.Offices;
import org.baoxiu.shared.Rejection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The clients of the intake API. A key is random, told once to whoever asks for it and kept as a hash only. */
@Component
@Transactional
class Clients {

    static final String KEY_PREFIX = "bxk_";
    private static final int KEY_BYTES = 32;
    private static final String ID = "[a-z][a-z0-9]{1,19}";
    private static final int NAME_LENGTH = 50;
    private static final int OFFICE_LENGTH = 40;

    private final JdbcClient database;
    private final Offices known;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Clients(JdbcClient database, Offices known, Clock clock) {
        this.database = database;
        this.known = known;
        this.clock = clock;
    }

    /** @return its first key */
    String create(String id, String name, List<String> offices) {
        require(id.matches(ID), "“编号”用 2–20 个小写字母和数字，以字母开头。");
        require(!name.isEmpty() && name.length() <= NAME_LENGTH, "请填写“名称”，最多 " + NAME_LENGTH + " 个字。");
        require(
                !offices.isEmpty() && offices.stream().allMatch(office -> office.length() <= OFFICE_LENGTH),
                "请填写“管理处”，每行一个，每个最多 " + OFFICE_LENGTH + " 个字。");
        offices.forEach(office -> require(known.has(office), "没有“" + office + "”这个管理处，请照报修单上的写法填写。"));
        require(find(id).isEmpty(), "编号“" + id + "”已经有了，请换一个。");
        database.sql("insert into intake_client (id, name, created_at) values (?, ?, ?)")
                .params(id, name, LocalTimes.local(clock.instant()))
                .update();
        offices.stream().distinct().forEach(office -> database.sql(
                        "insert into intake_client_office (client, office) values (?, ?)")
                .params(id, office)
                .update());
        return newKey(id);
    }

    /** A key in place of the one before, which opens nothing any more. */
    String newKey(String id) {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        String key = KEY_PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        require(
                database.sql("update intake_client set key_hash = ? where id = ?")
                                .params(Hash.of(key), id)
                                .update()
                        == 1,
                "没有编号为“" + id + "”的应用，请刷新页面。");
        return key;
    }

    /** The client has no key any more; its slips stay as they are. */
    void end(String id) {
        database.sql("update intake_client set key_hash = null where id = ?")
                .param(id)
                .update();
    }

    Optional<Client> withKey(String key) {
        return database.sql("select id from intake_client where key_hash = ?")
                .param(Hash.of(key))
                .query(String.class)
                .optional()
                .flatMap(this::find);
    }

    List<Client> all() {
        return database.sql("select id from intake_client order by id").query(String.class).list().stream()
                .map(this::find)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Client> find(String id) {
        return database.sql("select name, key_hash from intake_client where id = ?")
                .param(id)
                .query((row, number) ->
                        new Client(id, row.getString("name"), row.getString("key_hash") != null, officesOf(id)))
                .optional();
    }

    private List<String> officesOf(String id) {
        return database.sql("select office from intake_client_office where client = ? order by office")
                .param(id)
                .query(String.class)
                .list();
    }

    private static void require(boolean satisfied, String otherwise) {
        if (!satisfied) {
            throw Rejection.invalid(otherwise);
        }
    }
}
