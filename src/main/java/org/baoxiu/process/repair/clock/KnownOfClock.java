package org.baoxiu.process.repair.clock;

import java.util.Set;
import org.baoxiu.models.KnownInPart;
import org.baoxiu.process.repair.RepairRequestProcess;
import org.springframework.stereotype.Component;

/** What belongs to one clock that somebody is told about. */
@Component
class KnownOfClock implements KnownInPart {

    @Override
    public String process() {
        return RepairRequestProcess.KEY;
    }

    @Override
    public String part() {
        return RepairRequestProcess.Beside.CLOCK_DUE;
    }

    @Override
    public Set<String> names() {
        return RepairRequestProcess.ClockLocals.ALL;
    }
}
