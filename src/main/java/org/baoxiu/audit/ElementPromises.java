package org.baoxiu.audit;

import java.util.Map;
import org.baoxiu.commitment.CommitmentKind;

/** What the elements of the models have to keep, as the rooms of the processes say it. */
public interface ElementPromises {

    /** By the id of an element; one that is not there promises nothing by itself. */
    Map<String, CommitmentKind> byElement();
}
