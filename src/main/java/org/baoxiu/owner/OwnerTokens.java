package org.baoxiu.owner;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.Optional;
import org.baoxiu.notification.OwnerLinks;
import org.baoxiu.shared.Hash;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.slip.Joins;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.Slips;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The links by which owners follow their slips without a login. Whoever has a link has the slip, so its token is random, kept
 * as a hash only, and ends 30 days after the slip.
 */
@Component
@Transactional
public class OwnerTokens implements OwnerLinks {

    private static final int BYTES = 24;
    private static final Duration AFTER_THE_END = Duration.ofDays(30);

    private final JdbcClient database;
    private final Slips slips;
    private final Joins joins;
    private final Clock clock;
    private final String publicUrl;
    private final SecureRandom random = new SecureRandom();

    OwnerTokens(
            JdbcClient database,
            Slips slips,
            Joins joins,
            Clock clock,
            @Value("${baoxiu.public-url}") String publicUrl) {
        this.database = database;
        this.slips = slips;
        this.joins = joins;
        this.clock = clock;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    @Override
    public String issue(String slipNumber) {
        return address(token(slipNumber));
    }

    /** Where the page of a token is. */
    public String address(String token) {
        return publicUrl + "/r/" + token;
    }

    public String token(String slipNumber) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        database.sql("insert into owner_link (token_hash, slip_number, issued_at) values (?, ?, ?)")
                .params(Hash.of(token), slipNumber, now())
                .update();
        return token;
    }

    /** A new link in place of all that were ever sent. */
    public String replace(String slipNumber) {
        String number = slips.get(slipNumber).number();
        database.sql("delete from owner_link where slip_number = ?")
                .param(number)
                .update();
        return issue(number);
    }

    /** The slip that a token opens, or that it was joined to; nothing for a wrong, a revoked or an expired one. */
    public Optional<Slip> open(String token) {
        return database.sql("select slip_number from owner_link where token_hash = ?")
                .param(Hash.of(token))
                .query(String.class)
                .optional()
                .map(slips::get)
                .map(joins::inForce)
                .filter(slip -> slip.closedAt() == null
                        || clock.instant().isBefore(slip.closedAt().plus(AFTER_THE_END)));
    }

    private LocalDateTime now() {
        Instant now = clock.instant();
        return LocalTimes.local(now);
    }
}
