package org.baoxiu.models.rehearsal;

import org.baoxiu.models.rehearsal.CaseRun.Stop;

/** A case goes no further. */
final class Stopped extends RuntimeException {

    private final transient Stop stop;

    Stopped(Stop stop) {
        super(stop.reason());
        this.stop = stop;
    }

    Stop stop() {
        return stop;
    }
}
