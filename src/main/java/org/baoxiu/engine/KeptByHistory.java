package org.baoxiu.engine;

import java.util.Set;

/** What the engine's history has to keep, or need not keep, of the processes of one part of the application. */
public interface KeptByHistory {

    /** Variables whose values, past ones and the last, are kept; others leave none. */
    Set<String> variables();
}
