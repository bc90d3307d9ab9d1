package org.baoxiu.owner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
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
 * as a hash only, and ends 30 days after the slip; one that was issued later than that is good for a day. One that was sent to a
 * telephone opens the slip only as long as that is the reporter's: a wrong number that was corrected has nothing any more.
 */
@Component
@Transactional
public class OwnerTokens implements OwnerLinks {

    private static final Duration AFTER_THE_END = Duration.ofDays(30);
    private static final Duration TO_LOOK_BACK = Duration.ofDays(1);

    private final JdbcClient database;
    private final Slips slips;
    private final Joins joins;
    private final Clock clock;
    private final String publicUrl;

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

    /** For whoever has shown the telephone of the slip, and as long as it is. */
    public String tokenFor(Slip slip) {
        return token(slip.number(), Hash.of(slip.report().reporterPhone()));
    }

    private String token(String slipNumber, @Nullable String sentTo) {
        String token = RandomToken.next();
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
        return database.sql("select slip_number, sent_to, issued_at from owner_link where token_hash = ?")
                .param(Hash.of(token))
                .query(OwnerTokens::link)
                .optional()
                .flatMap(link -> Optional.of(slips.get(link.slipNumber()))
                        .filter(link::isFor)
                        .map(joins::inForce)
                        .filter(slip -> link.isGood(slip, clock.instant())));
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        return new Link(row.getString("slip_number"), row.getString("sent_to"), LocalTimes.instant(row, "issued_at"));
    }

    /** @param sentTo hash of a telephone; null for a link that was not sent */
    private record Link(String slipNumber, @Nullable String sentTo, Instant issued) {

        boolean isFor(Slip slip) {
            return sentTo == null || sentTo.equals(Hash.of(slip.report().reporterPhone()));
        }

        boolean isGood(Slip slip, Instant now) {
            if (slip.closedAt() == null) {
                return true;
            }
            Instant end = slip.closedAt().plus(AFTER_THE_END);
            return now.isBefore(end) || !issued.isBefore(end) && now.isBefore(issued.plus(TO_LOOK_BACK));
        }
    }

    private LocalDateTime now() {
        Instant now = clock.instant();
        return LocalTimes.local(now);
    }
}
