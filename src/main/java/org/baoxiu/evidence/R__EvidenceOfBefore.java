package org.baoxiu.evidence;

import java.time.Clock;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * What was there before there was evidence begins its chains as it is found, once. It runs after all numbered migrations, so that later ones may
 * add columns.
 */
@Component
class R__EvidenceOfBefore extends BaseJavaMigration {

    private static final int AT_ONCE = 200;

    private final EvidenceKeys keys;
    private final Clock clock;

    R__EvidenceOfBefore(EvidenceKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Never another one: it is not repeated. */
    @Override
    public Integer getChecksum() {
        return 1;
    }

    @Override
    public void migrate(Context context) {
        JdbcTemplate database = new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
        Chains chains = new Chains(database, keys, clock);
        List<String> found = JdbcClient.create(database)
                .sql("select number from slip union all select period from business_month")
                .query(String.class)
                .list();
        for (int from = 0; from < found.size(); from += AT_ONCE) {
            chains.found(found.subList(from, Math.min(found.size(), from + AT_ONCE)));
        }
    }
}
