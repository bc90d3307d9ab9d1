package org.baoxiu.evidence;

import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Behind everything else that is done before the commit: whatever others write by then, they have written. A synchronization would be called among the
 * others, and not at all if one of those is the first to write something.
 */
@Component
class LastInTransaction implements TransactionExecutionListener {

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        WrittenRows.ofTransaction().ifPresent(WrittenRows::write);
    }
}
