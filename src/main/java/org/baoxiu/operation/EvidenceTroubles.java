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
                        Times.minute(check.at()) + " 核对，有 " + check.number() + " 处对不上" + first(check),
                        check.at()))
                .toList();
    }

    /** Those that a look has named may all be explained while it has counted more than it had room for. */
    private static String first(Evidence.Check check) {
        return check.findings().stream()
                .findFirst()
                .map(one -> "，第一处：" + one.text())
                .orElse("");
    }
}
