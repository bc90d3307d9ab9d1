package org.baoxiu.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.baoxiu.engine.Arrival;
import org.baoxiu.engine.ModelGate;
import org.baoxiu.shared.Rejection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The one gate: completes what arrives, judges all that would be active, and lets it in or says why not. */
@Component
class Gate implements ModelGate {

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
    private static final int REMEMBERED = 32;

    private final ActiveModels active;
    private final List<Check> checks;
    private final People people;
    private final Jumps jumps;
    private final ItemsInUse items;
    private final ModelChanges changes;
    private final ModelDrafts drafts;
    private final SecondApproval approval;
    /** Fingerprints of sets and groups without a fault: what was judged good is not judged anew at the next start or deletion. */
    private final Set<String> good = ConcurrentHashMap.newKeySet();

    Gate(
            ActiveModels active,
            List<Check> checks,
            People people,
            Jumps jumps,
            ItemsInUse items,
            ModelChanges changes,
            ModelDrafts drafts,
            SecondApproval approval) {
        this.active = active;
        this.checks = checks;
        this.people = people;
        this.jumps = jumps;
        this.items = items;
        this.changes = changes;
        this.drafts = drafts;
        this.approval = approval;
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
    public void direct() {
        approval.refuseDirect(changes.person());
    }

    @Override
    public Admitted admit(List<Arrival> arrivals) {
        ModelSet before = active.now();
        Arriving arriving = Arriving.at(before, arrivals);
        if (arriving.deployments().isEmpty()) {
            return new Admitted(List.of(), arriving.unchanged(), none -> {});
        }
        ModelSet after = arriving.onto(before);
        refuse(check(after), before, arriving.files());
        Faults faults = new Faults();
        items.of(before, after, faults);
        faults.refuse();
        if (arriving.deployments().stream().noneMatch(Jumps::confirmed)) {
            jumps.of(before, arriving.decisions(), Jumps.BY_NAME, faults);
            faults.refuse();
        }
        return new Admitted(
                arriving.deployments(),
                arriving.unchanged(),
                made -> changes.record(before, after, ModelChanges.reason(arriving.deployments()), made));
    }

    /** Nothing that somebody has sent is lost, unless it can be no draft. */
    @Override
    public void refused(Arrival arrival) {
        String person = changes.person();
        if (person != null) {
            try {
                drafts.keepRefused(person, arrival.files());
            } catch (Rejection noDraft) {
                LOG.debug("Not kept as a draft: {}", noDraft.getMessage());
            }
        }
    }

    @Override
    public Runnable watch() {
        ModelSet before = active.now();
        return () -> {
            ModelSet after = active.now();
            if (!before.fingerprint().equals(after.fingerprint())) {
                approval.refuseTakingAway(changes.person());
                refuse(check(after), before, Set.of());
                Faults faults = new Faults();
                items.of(before, after, faults);
                faults.refuse();
                changes.record(before, after, ModelChanges.TAKEN_AWAY, List.of());
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
