package org.baoxiu.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.baoxiu.engine.Arrival;
import org.baoxiu.engine.ModelGate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one gate: completes what arrives, judges all that would be active, and lets it in or says why not. */
@Component
class Gate implements ModelGate {

    private static final int REMEMBERED = 32;

    private final ActiveModels active;
    private final List<Check> checks;
    private final People people;
    private final Jumps jumps;
    private final ItemsInUse items;
    /** Fingerprints of sets and groups without a fault: what was judged good is not judged anew at the next start or deletion. */
    private final Set<String> good = ConcurrentHashMap.newKeySet();

    Gate(ActiveModels active, List<Check> checks, People people, Jumps jumps, ItemsInUse items) {
        this.active = active;
        this.checks = checks;
        this.people = people;
        this.jumps = jumps;
        this.items = items;
    }

    /** What is wrong with a whole set; empty if nothing is. */
    List<String> check(ModelSet models) {
        String fingerprint = models.fingerprint() + people.groups();
        if (good.contains(fingerprint)) {
            return List.of();
        }
        Faults faults = new Faults();
        checks.forEach(check -> check.of(models, faults));
        if (faults.none()) {
            if (good.size() >= REMEMBERED) {
                good.clear();
            }
            good.add(fingerprint);
        }
        return faults.all();
    }

    @Override
    public Admitted admit(List<Arrival> arrivals) {
        ModelSet before = active.now();
        Faults faults = new Faults();
        List<Arrival> deployments = new ArrayList<>();
        Map<String, ProcessModel> processes = new TreeMap<>();
        Map<String, TableModel> decisions = new TreeMap<>();
        Set<String> arriving = new TreeSet<>();
        @Nullable String unchanged = null;
        for (Arrival arrival : arrivals) {
            Incoming incoming = new Incoming(arrival, before, faults);
            faults.refuse();
            if (arrival.ifDifferent() && incoming.isActiveAlready()) {
                unchanged = incoming.deployment();
            } else {
                deployments.add(incoming.completed());
                arriving.addAll(arrival.files().keySet());
                processes.putAll(incoming.processes());
                decisions.putAll(incoming.decisions());
            }
        }
        if (!deployments.isEmpty()) {
            ModelSet after = before.with(processes, decisions);
            refuse(check(after), before, arriving);
            items.of(before, after, faults);
            faults.refuse();
            if (deployments.stream().noneMatch(Jumps::confirmed)) {
                jumps.of(before, decisions, faults);
                faults.refuse();
            }
        }
        return new Admitted(deployments, unchanged);
    }

    @Override
    public Runnable watch() {
        ModelSet before = active.now();
        return () -> {
            ModelSet after = active.now();
            if (!before.fingerprint().equals(after.fingerprint())) {
                refuse(check(after), before, Set.of());
                Faults faults = new Faults();
                items.of(before, after, faults);
                faults.refuse();
            }
        };
    }

    /**
     * A fault that is there already, such as one that a former release let in, hinders nobody from changing something else.
     *
     * @param arriving names of the files that somebody has sent, without those that only complete them
     */
    private void refuse(List<String> faults, ModelSet before, Set<String> arriving) {
        if (!faults.isEmpty()) {
            List<String> caused = new ArrayList<>(faults);
            caused.removeAll((before.isEmpty() ? List.<String>of() : check(before))
                    .stream()
                            .filter(fault -> arriving.stream().noneMatch(file -> Faults.isOf(file, fault)))
                            .toList());
            if (!caused.isEmpty()) {
                throw Faults.refusal(caused);
            }
        }
    }
}
