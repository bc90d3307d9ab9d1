package org.baoxiu.process.repair.added;

import org.baoxiu.engine.FreeFieldPlaces;
import org.baoxiu.process.contractor.ContractorOrderProcess;
import org.baoxiu.process.repair.RepairRequestProcess;
import org.baoxiu.process.repair.accident.RepairAccidentProcess;
import org.baoxiu.process.repair.correction.SlipCorrectionProcess;
import org.springframework.stereotype.Component;

/** Every form that is about one slip from its beginning. */
@Component
class FreePlaces implements FreeFieldPlaces {

    @Override
    public boolean keeps(String process, Form form) {
        return switch (process) {
            case RepairRequestProcess.KEY -> true;
            case RepairAccidentProcess.KEY -> form != Form.START;
            case ContractorOrderProcess.KEY, SlipCorrectionProcess.KEY -> form == Form.TASK;
            default -> false;
        };
    }
}
