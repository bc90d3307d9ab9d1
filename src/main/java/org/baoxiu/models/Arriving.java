package org.baoxiu.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.baoxiu.engine.Arrival;
import org.jspecify.annotations.Nullable;

/**
 * Everything that arrives together, read and completed from what is active.
 *
 * @param deployments completed, without those that change nothing
 * @param files       names of the files that somebody has sent, without those that only complete them
 * @param unchanged   id of the active deployment that the last arrival without a change came with before; null if there is none
 */
record Arriving(
        List<Arrival> deployments,
        Set<String> files,
        Map<String, ProcessModel> processes,
        Map<String, TableModel> decisions,
        @Nullable String unchanged) {

    /** @throws org.baoxiu.shared.Rejection if a file cannot be read */
    static Arriving at(ModelSet active, List<Arrival> arrivals) {
        Faults faults = new Faults();
        List<Arrival> deployments = new ArrayList<>();
        Set<String> files = new TreeSet<>();
        Map<String, ProcessModel> processes = new TreeMap<>();
        Map<String, TableModel> decisions = new TreeMap<>();
        String unchanged = null;
        for (Arrival arrival : arrivals) {
            Incoming incoming = new Incoming(arrival, active, faults);
            faults.refuse();
            if (arrival.ifDifferent() && incoming.isActiveAlready()) {
                unchanged = incoming.deployment();
            } else {
                deployments.add(incoming.completed());
                files.addAll(arrival.files().keySet());
                processes.putAll(incoming.processes());
                decisions.putAll(incoming.decisions());
            }
        }
        return new Arriving(deployments, files, processes, decisions, unchanged);
    }

    ModelSet onto(ModelSet active) {
        return active.with(processes, decisions);
    }
}
