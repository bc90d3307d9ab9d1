package org.baoxiu.engine;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Sets the time by hand. The engine's clock is one for the whole virtual machine: there only where nobody works. */
@Component
@Profile("rehearsal")
public class RehearsalClock {

    public void set(Instant time) {
        ClockUtil.setCurrentTime(Date.from(time));
    }
}
