package org.baoxiu.process.repair.variables;

import org.baoxiu.slip.Slip;

/**
 * What a step adds to what the process sees of a slip. Each step reads all of it again, so what only later steps need is not
 * there before.
 */
public interface StepVariables {

    /** Writes what follows from the record alone, the same for whoever asks. */
    void write(Slip slip, Values values);
}
