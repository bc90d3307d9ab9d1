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
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The links by which owners follow their slips without a login. Whoever has a link has the slip, so its token is random, kept
 * as a hash only, and ends 30 days after the slip. One that was sent to a telephone opens the slip only as long as that is the
 * reporter's: a wrong number that was corrected has nothing any more.
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

    @Override
    public String issueFor(String slipNumber, String telephone) {
        return address(token(slipNumber, Hash.of(telephone)));
    }

    /** Where the page of a token is. */
    public String address(String token) {
        return publicUrl + "/r/" + token;
    }

    public String token(String slipNumber) {
        return token(slipNumber, null);
    }

    private String token(String slipNumber, @Nullable String sentTo) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        database.sql("insert into owner_link (token_hash, slip_number, sent_to, issued_at) values (?, ?, ?, ?)")
                .params(Hash.of(token), slipNumber, sentTo, now())
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
        return database.sql("select slip_number, sent_to from owner_link where token_hash = ?")
                .param(Hash.of(token))
                .query(Link.class)
                .optional()
                .flatMap(link -> Optional.of(slips.get(link.slipNumber())).filter(link::isFor))
                .map(joins::inForce)
                .filter(slip -> slip.closedAt() == null
                        || clock.instant().isBefore(slip.closedAt().plus(AFTER_THE_END)));
    }

    /** @param sentTo hash of a telephone; null for a link that was not sent */
    private record Link(String slipNumber, @Nullable String sentTo) {

        boolean isFor(Slip slip) {
            return sentTo == null || sentTo.equals(Hash.of(slip.report().reporterPhone()));
        }
    }

    private LocalDateTime now() {
        Instant now = clock.instant();
        return LocalTimes.local(now);
    }
}
