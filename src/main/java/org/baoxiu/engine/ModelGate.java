package org.baoxiu.engine;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stands before whatever changes which models are active, whoever does it and how; asked within the transaction of the change,
 * under the lock of deployments, with all rights. The room {@code models} is the gate.
 */
public interface ModelGate {

    /**
     * What is deployed instead of what arrived.
     *
     * @param deployments completed by what it needs of what is active; without those that change nothing
     * @param unchanged   id of the active deployment that has all of what arrived; null where there is more than one arrival or anything is deployed
     * @param deployed    to be told the ids of the deployments in the same order, within the transaction that makes them
     */
    record Admitted(List<Arrival> deployments, @Nullable String unchanged, Consumer<List<String>> deployed) {}

    /** @throws org.baoxiu.shared.Rejection if whoever deploys may not do it by themselves; asked before {@link #admit} */
    void direct();

    /** @throws org.baoxiu.shared.Rejection if what would then be active has a fault; its message names each */
    Admitted admit(List<Arrival> arrivals);

    /** Told when a deployment that somebody has made by themselves was refused; outside of its transaction, which is rolled back. */
    void refused(Arrival arrival);

    /**
     * @return to be run when something has been deleted, suspended or activated; it throws a {@link org.baoxiu.shared.Rejection}
     *     if what is active is not what it was and has a fault now
     */
    Runnable watch();
}
