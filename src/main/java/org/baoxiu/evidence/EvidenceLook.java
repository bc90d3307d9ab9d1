package org.baoxiu.evidence;

import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The look at everything without the application, for the command line: it writes nothing and makes no key. */
public final class EvidenceLook {

    private EvidenceLook() {}

    /** Nobody could look. */
    public static final class NoKey extends RuntimeException {

        NoKey(EvidenceKeyException why) {
            super(why.getMessage(), why);
        }
    }

    /** @throws NoKey if the settings have none */
    public static List<String> findings(
            JdbcClient database, PlatformTransactionManager transactions, Environment settings) {
        return new Verification(database, keys(settings), transactions)
                .all().findings().stream().map(Finding::text).toList();
    }

    private static EvidenceKeys keys(Environment settings) {
        try {
            return EvidenceKeys.of(
                    Binder.get(settings).bindOrCreate("baoxiu.evidence", EvidenceProperties.class), false);
        } catch (EvidenceKeyException e) {
            throw new NoKey(e);
        }
    }
}
