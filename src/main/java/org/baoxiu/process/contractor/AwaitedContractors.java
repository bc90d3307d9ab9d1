package org.baoxiu.process.contractor;

import java.time.Instant;
import java.util.Optional;
import org.baoxiu.commitment.Outsiders;
import org.baoxiu.dispatch.ContractorOrder;
import org.baoxiu.dispatch.Contractors;
import org.baoxiu.slip.Slip;
import org.springframework.stereotype.Component;

/** The lateness of a contractor is not the technician's. */
@Component
class AwaitedContractors implements Outsiders {

    private final Contractors contractors;

    AwaitedContractors(Contractors contractors) {
        this.contractors = contractors;
    }

    @Override
    public Optional<Instant> awaitedSince(Slip slip) {
        return Contractors.isNeeded(slip)
                ? contractors.underWay(slip.number()).map(ContractorOrder::givenAt)
                : Optional.empty();
    }
}
