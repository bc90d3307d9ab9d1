package org.baoxiu.engine;

import org.jspecify.annotations.Nullable;

/** Hears of every case that goes on under another version of its process, within the transaction that moves it. */
public interface CaseWatch {

    /**
     * @param businessKey null if the case has none
     * @param process     key of its definition
     * @param version     of the definition that it goes on with
     */
    void moved(@Nullable String businessKey, String process, int version);
}
