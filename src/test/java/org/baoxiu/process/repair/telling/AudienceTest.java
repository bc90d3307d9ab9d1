package org.baoxiu.process.repair.telling;

import org.baoxiu.slip.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a process owner may write into the table of recipients. */
class AudienceTest {

    private final Audience audience = new Audience(null, null);

    @ParameterizedTest(name = "an event about no slip has no {0}")
    @ValueSource(strings = {Audience.TECHNICIAN, Audience.TEAM, Audience.HOLDER})
    void whoHasASlipIsNobodyWithoutOne(String role) {
        Refusal.of(() -> audience.of(role, null)).invalid().says("收件人表", role);
    }
}
