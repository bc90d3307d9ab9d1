package org.baoxiu.owner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.baoxiu.shared.Hash;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Telephones;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.TelephoneSlips;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * All slips of a telephone, for whoever has it in hand: a code that is sent there opens them for half a day, on any node. Nobody learns whether
 * a telephone is known: one that has no slips is treated the same, but for the message.
 */
@Component
@Transactional
public class OwnersSlips {

    public static final Duration SESSION = Duration.ofHours(12);
    private static final int MOST = 100;
    private static final int CODES_OF_AN_ADDRESS = 20;
    private static final int TRIES_OF_AN_ADDRESS = 60;
    private static final String MINE = "slips";

    private final CodesOfOwners codes;
    private final TelephoneSlips slips;
    private final Throttle throttle;
    private final JdbcClient database;
    private final Clock clock;

    OwnersSlips(CodesOfOwners codes, TelephoneSlips slips, Throttle throttle, JdbcClient database, Clock clock) {
        this.codes = codes;
        this.slips = slips;
        this.throttle = throttle;
        this.database = database;
        this.clock = clock;
    }

    /** Whether codes can be sent at all; otherwise the office is asked. */
    public boolean open() {
        return codes.configured();
    }

    /**
     * @param address of whoever asks
     * @throws Throttle.TooManyRequests if the telephone or the address has asked too often within the hour
     */
    public void sendCode(String telephone, String address) {
        String mobile = mobile(telephone);
        throttle.count("code from address", address, CODES_OF_AN_ADDRESS);
        codes.send(MINE, mobile, "查看您的报修", !slips.newest(key(mobile), 1).isEmpty());
    }

    /**
     * @return what the browser keeps as the key to the slips of the telephone
     * @throws Rejection if the code is wrong, used or too old
     */
    public String enter(String telephone, String code, String address) {
        String mobile = mobile(telephone);
        throttle.count("code tried from address", address, TRIES_OF_AN_ADDRESS);
        codes.redeem(MINE, mobile, code);
        Instant now = clock.instant();
        database.sql("delete from owner_session where ends_at <= ?")
                .param(LocalTimes.local(now))
                .update();
        String token = RandomToken.next();
        database.sql("insert into owner_session (token_hash, telephone, ends_at) values (?, ?, ?)")
                .params(Hash.of(token), key(mobile), LocalTimes.local(now.plus(SESSION)))
                .update();
        return token;
    }

    private String mobile(String typed) {
        if (!open()) {
            throw Rejection.invalid("现在不能用验证码查报修，请打电话给客服。");
        }
        return Telephones.mobile(typed).orElseThrow(() -> Rejection.invalid("请填写报修时留的 11 位手机号。留的是座机的，请打电话给客服。"));
    }

    private static String key(String mobile) {
        return Telephones.key(mobile);
    }

    /** The telephone whose slips a browser may see; empty without a session or after its end. */
    public Optional<String> telephone(String token) {
        return database.sql("select telephone from owner_session where token_hash = ? and ends_at > ?")
                .params(Hash.of(token), LocalTimes.local(clock.instant()))
                .query(String.class)
                .optional();
    }

    /** The newest hundred, open and closed. */
    public List<Slip> of(String telephone) {
        return slips.newest(telephone, MOST);
    }

    /** @throws UnknownLink if the telephone has no such slip, whether or not there is one */
    public Slip one(String telephone, String number) {
        return of(telephone).stream()
                .filter(slip -> slip.number().equals(number))
                .findFirst()
                .orElseThrow(UnknownLink::new);
    }

    public void leave(String token) {
        database.sql("delete from owner_session where token_hash = ?")
                .param(Hash.of(token))
                .update();
    }
}
