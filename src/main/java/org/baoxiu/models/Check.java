package org.baoxiu.models;

/** One thing that must be true of the models before they become active. */
interface Check {

    /** @param models all that would be active */
    void of(ModelSet models, Faults faults);
}
