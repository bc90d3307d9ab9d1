package org.baoxiu.search;

import org.baoxiu.slip.Slip;
import org.springframework.data.relational.core.mapping.event.AbstractRelationalEventListener;
import org.springframework.data.relational.core.mapping.event.AfterSaveEvent;
import org.springframework.stereotype.Component;

/** Keeps what a slip says beside it, in the transaction that saves the slip, whoever saves it. */
@Component
class SlipTexts extends AbstractRelationalEventListener<Slip> {

    private final SlipTextTable table;

    SlipTexts(SlipTextTable table) {
        this.table = table;
    }

    @Override
    protected void onAfterSave(AfterSaveEvent<Slip> saved) {
        table.keep(SlipText.of(saved.getEntity()));
    }
}
