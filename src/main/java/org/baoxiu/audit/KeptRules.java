package org.baoxiu.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.baoxiu.shared.LocalTimes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether the rules of the procedure were kept, looked up in the record at this moment. */
@Service
@Transactional(readOnly = true)
public class KeptRules {

    /**
     * Which slips are looked at, by when they were received.
     *
     * @param from    inclusive, {@code until} exclusive
     * @param offices none means all
     */
    public record Scope(Instant from, Instant until, List<String> offices) {}

    private final JdbcClient database;

    KeptRules(JdbcClient database) {
        this.database = database;
    }

    /** How many slips break each rule. */
    public Map<KeptRule, Long> broken(Scope scope) {
        return database.sql(Arrays.stream(KeptRule.values())
                        .map(rule -> "(select count(*)" + from(rule, scope) + ") as " + rule.name())
                        .collect(Collectors.joining(",\n", "select ", "")))
                .params(values(scope))
                .query((row, index) -> {
                    Map<KeptRule, Long> counted = new EnumMap<>(KeptRule.class);
                    for (KeptRule rule : KeptRule.values()) {
                        counted.put(rule, row.getLong(rule.name()));
                    }
                    return counted;
                })
                .single();
    }

    /** Numbers of the slips that break a rule, the oldest first. */
    public List<String> numbers(KeptRule rule, Scope scope, long first, int most) {
        return database.sql("select s.number" + from(rule, scope)
                        + " order by s.received_at, s.number offset :first rows fetch next :most rows only")
                .params(values(scope))
                .param("first", first)
                .param("most", most)
                .query(String.class)
                .list();
    }

    private static String from(KeptRule rule, Scope scope) {
        return " from slip s where s.received_at >= :from and s.received_at < :until and " + rule.condition()
                + (scope.offices().isEmpty() ? "" : " and s.office in (:offices)");
    }

    private static Map<String, Object> values(Scope scope) {
        Map<String, Object> values =
                new HashMap<>(Map.of("from", LocalTimes.local(scope.from()), "until", LocalTimes.local(scope.until())));
        if (!scope.offices().isEmpty()) {
            values.put("offices", scope.offices());
        }
        return values;
    }
}
