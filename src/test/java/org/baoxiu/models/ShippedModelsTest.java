package org.baoxiu.models;

import static org.assertj.core.api.Assertions.assertThat;

import org.baoxiu.testing.ProcedureTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcedureTest
class ShippedModelsTest {

    @Autowired
    Gate gate;

    @Autowired
    Shipped shipped;

    @Test
    void whatIsShippedHasNoFault() {
        assertThat(gate.check(shipped.models())).isEmpty();
    }
}
