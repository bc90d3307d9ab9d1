package org.baoxiu.web.desk;

import org.baoxiu.shared.Times;
import org.baoxiu.slip.ReservedNumber;

/** A blank slip that has not come back, as the page writes it. */
record BlankSlipLine(String number, String printed) {

    static BlankSlipLine of(ReservedNumber reserved) {
        return new BlankSlipLine(reserved.number(), Times.minute(reserved.reservedAt()));
    }
}
