package org.baoxiu.monthend;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.baoxiu.shared.Groups;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Texts;
import org.baoxiu.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The causes of a month and what the engineering supervisor has done about them, signed month by month (4.7.7). */
@Service
@Transactional
public class Causes {

    private static final int LONGEST = 500;

    private static final String FOUND =
            """
      select office, building, item_code, item_name, cause, slips, reworks from causes
       order by slips desc, reworks desc, office, building, item_code, cause""";

    private static final String FORMER =
            """
      select s.closed_at, s.found_cause, s.work_done from slip s join slip here on here.number = :number
       where s.office = here.office and s.place_key = here.place_key and s.item_code = here.item_code and s.number <> here.number
         and s.state = 'CLOSED' and s.found_cause is not null
       order by s.closed_at desc, s.number desc fetch first 3 rows only""";

    private static final String SIGNED =
            """
      select m.cause, m.done, m.signed_at from cause_measure m join slip s on s.number = :number
       where m.office = s.office and m.building = coalesce(s.building, '') and m.item_code = s.item_code
       order by m.id desc fetch first 2 rows only""";

    /**
     * A cause as it was found in a month.
     *
     * @param building empty for none, like the code of the item
     * @param done     what was done about it, as it was signed last, also after the freezing; null while nobody has signed
     */
    public record Cause(
            String office,
            String building,
            String itemCode,
            String itemName,
            String cause,
            long slips,
            long reworks,
            @Nullable String done,
            @Nullable String signedBy,
            @Nullable Instant signedAt) {

        /** Names it among those of its month. */
        public String key() {
            return Causes.key(office, building, itemCode, cause);
        }
    }

    /** A repair that has ended, with why it was needed. */
    public record Former(Instant closedAt, String cause, @Nullable String workDone) {}

    /** What the supervisor has signed about a cause. */
    public record Measure(String cause, String done, Instant signedAt) {}

    private final MonthScopes scopes;
    private final MonthFacts facts;
    private final CauseMeasureRepository measures;
    private final JdbcClient database;
    private final Clock clock;

    Causes(MonthScopes scopes, MonthFacts facts, CauseMeasureRepository measures, JdbcClient database, Clock clock) {
        this.scopes = scopes;
        this.facts = facts;
        this.measures = measures;
        this.database = database;
        this.clock = clock;
    }

    private static String key(String office, String building, String itemCode, String cause) {
        return UUID.nameUUIDFromBytes(
                        String.join("\n", office, building, itemCode, cause).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Those that nobody has signed first, then the most frequent; none of a month of which nothing is known. */
    @Transactional(readOnly = true)
    public List<Cause> of(YearMonth month) {
        Map<String, CauseMeasure> signed = new HashMap<>();
        measures.findByPeriodOrderById(month.toString())
                .forEach(one -> signed.put(key(one.office(), one.building(), one.itemCode(), one.cause()), one));
        List<Cause> causes = new ArrayList<>();
        scopes.find(month).ifPresent(scope -> database.sql(scope.in(facts.with(scope) + FOUND))
                .query(row -> {
                    CauseMeasure measure =
                            signed.get(key(row.getString(1), row.getString(2), row.getString(3), row.getString(5)));
                    causes.add(new Cause(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getLong(6),
                            row.getLong(7),
                            measure == null ? null : measure.done(),
                            measure == null ? null : measure.signedBy(),
                            measure == null ? null : measure.signedAt()));
                }));
        causes.sort(Comparator.comparing(cause -> cause.done() != null));
        return causes;
    }

    /** Those of the month that is to be frozen next. */
    @Transactional(readOnly = true)
    public CausesToSign toSign() {
        YearMonth month = scopes.firstOpen();
        return new CausesToSign(
                month, unsigned(month), LocalTimes.local(clock.instant()).toLocalDate());
    }

    /** How many nobody has signed. */
    @Transactional(readOnly = true)
    public long unsigned(YearMonth month) {
        return scopes.find(month)
                .map(scope -> scope.frozen()
                        ? of(month).stream()
                                .filter(cause -> cause.done() == null)
                                .count()
                        : database.sql(scope.in(facts.unsignedCauses(scope)))
                                .query(Long.class)
                                .single())
                .orElse(0L);
    }

    /**
     * Signs what was done. What is empty, or as it was signed before, stays as it is.
     *
     * @param done by the keys of the causes
     * @return how many causes were signed
     */
    public int sign(YearMonth month, Map<String, String> done, Person by) {
        if (!by.isIn(Groups.ENGINEERING_SUPERVISOR)) {
            throw Rejection.forbidden("各项原因的处置由工程部主管填写和签字（4.7.7），您不能签字。请联系工程部主管。");
        }
        List<CauseMeasure> signed = of(month).stream()
                .flatMap(cause -> {
                    String words = Texts.lines(done.getOrDefault(cause.key(), ""));
                    return words.isEmpty() || words.equals(cause.done())
                            ? Stream.<CauseMeasure>empty()
                            : Stream.of(measure(month, cause, words, by));
                })
                .toList();
        if (signed.isEmpty()) {
            throw Rejection.invalid(Times.month(month) + "：没有新写的处置。请在要签的原因后面写明做了什么，再点“签字”。");
        }
        signed.forEach(measures::save);
        return signed.size();
    }

    private CauseMeasure measure(YearMonth month, Cause cause, String words, Person by) {
        if (words.codePointCount(0, words.length()) > LONGEST) {
            throw Rejection.invalid("“" + cause.cause() + "”的处置超过 " + LONGEST + " 个字，请写短一些再签字。");
        }
        return new CauseMeasure(
                0,
                month.toString(),
                cause.office(),
                cause.building(),
                cause.itemCode(),
                cause.cause(),
                words,
                clock.instant(),
                by.id());
    }

    /** The last three repairs of the same item at the same place as a slip, the latest first. */
    @Transactional(readOnly = true)
    public List<Former> before(String slip) {
        return database.sql(FORMER)
                .param("number", slip)
                .query((row, index) -> new Former(
                        LocalTimes.instant(row, "closed_at"), row.getString("found_cause"), row.getString("work_done")))
                .list();
    }

    /** The last two that were signed about the item of a slip in its building, the latest first. */
    @Transactional(readOnly = true)
    public List<Measure> signedFor(String slip) {
        return database.sql(SIGNED)
                .param("number", slip)
                .query((row, index) -> new Measure(
                        row.getString("cause"), row.getString("done"), LocalTimes.instant(row, "signed_at")))
                .list();
    }
}
