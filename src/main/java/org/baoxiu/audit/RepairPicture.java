package org.baoxiu.audit;

import java.util.List;

/** Draws the repair as it is deployed now. */
public interface RepairPicture {

    ProcessPicture now();

    /** Ids of the seven steps, in their order. */
    List<String> steps();
}
