package org.baoxiu.engine;

import java.util.List;

/** Several deployments as one change: all of them become active, or none does. */
public interface ModelDoor {

    /**
     * @return ids of the deployments; none for what changes nothing
     * @throws org.baoxiu.shared.Rejection of the {@link ModelGate}, or with the engine's own reason
     */
    List<String> deploy(List<Arrival> arrivals);
}
