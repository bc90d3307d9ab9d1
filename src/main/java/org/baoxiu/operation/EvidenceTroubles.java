package org.baoxiu.operation;

import java.util.List;
import org.baoxiu.evidence.Evidence;
import org.baoxiu.shared.Times;
import org.springframework.stereotype.Component;

/** What was changed behind the application, as the last look has found it. */
@Component
class EvidenceTroubles implements TroubleSource {

    private final Evidence evidence;

    EvidenceTroubles(Evidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public List<Trouble> found() {
        return evidence.latest().filter(check -> check.number() > 0).stream()
                .map(check -> Trouble.of(
                        TroubleKind.EVIDENCE,
                        "evidence",
                        Times.minute(check.at()) + " 核对，有 " + check.number() + " 处对不上，第一处："
                                + check.findings().get(0),
                        check.at()))
                .toList();
    }
}
