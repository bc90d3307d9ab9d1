package org.baoxiu.evidence;

import org.baoxiu.privacy.SlipIsForgotten;
import org.baoxiu.shared.RecordWritten;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Hears which rows are written and remembers them until their transaction is about to be committed. */
@Component
class RecordWatch {

    private final Rows rows;
    private final Chains chains;
    private final Verification verification;
    private final TransactionTemplate own;

    RecordWatch(
            JdbcClient database, Chains chains, Verification verification, PlatformTransactionManager transactions) {
        this.rows = new Rows(database);
        this.chains = chains;
        this.verification = verification;
        this.own = new TransactionTemplate(transactions);
    }

    @EventListener
    void written(RecordWritten row) {
        Recorded.in(row.table())
                .ifPresent(kind ->
                        inTransaction(() -> present().add(kind, row.key().toString())));
    }

    @EventListener
    void forgotten(SlipIsForgotten slip) {
        inTransaction(() -> present().forget(slip));
    }

    private void inTransaction(Runnable note) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            note.run();
        } else {
            own.executeWithoutResult(transaction -> note.run());
        }
    }

    private WrittenRows present() {
        return WrittenRows.ofTransaction().orElseGet(() -> WrittenRows.begin(rows, chains, verification));
    }
}
