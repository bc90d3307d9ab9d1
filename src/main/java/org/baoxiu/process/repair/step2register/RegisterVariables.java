package org.baoxiu.process.repair.step2register;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.baoxiu.process.repair.step1receive.ReceiveForms;
import org.baoxiu.process.repair.variables.StepVariables;
import org.baoxiu.process.repair.variables.Values;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.SlipState;
import org.springframework.stereotype.Component;

/** What the registration begins with: what was reported is right more often than not. */
@Component
class RegisterVariables implements StepVariables {

    /** As somebody could have typed it, with the year: what has passed meanwhile is not taken for next year's. */
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    @Override
    public void write(Slip slip, Values values) {
        if (slip.state() == SlipState.RECEIVED && slip.intake().wantedAt() != null) {
            values.put(
                    ReceiveForms.WANTED_AT.name(),
                    TYPED.format(slip.intake().wantedAt().atZone(ZoneId.systemDefault())));
        }
    }
}
