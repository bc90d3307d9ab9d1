package org.baoxiu.engine;

import java.util.List;

/** Several deployments as one change: all of them become active, or none does. */
public interface ModelDoor {

    /** @throws org.baoxiu.shared.Rejection of the {@link ModelGate}, or with the engine's own reason */
    void deploy(List<Arrival> arrivals);
}
