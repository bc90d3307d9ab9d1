package org.baoxiu.models;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baoxiu.engine.Arrival;
import org.baoxiu.notification.EveryMinute;
import org.baoxiu.shared.Rejection;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Incident;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * What went live is taken back: what was in force before becomes a new version, and the cases that were begun in between go on with it; one
 * that waits in a step that only the undone version has follows when it has left the step. What had failed in between is tried again.
 */
@Service
public class StepsBack {

    private static final String SAME = "正在使用的就是以前的版本，不用退回。";

    private final GoingLive live;
    private final ModelChanges changes;
    private final ModelTroubles troubles;
    private final ActiveModels active;
    private final CaseMoves moves;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final Clock clock;

    StepsBack(
            GoingLive live,
            ModelChanges changes,
            ModelTroubles troubles,
            ActiveModels active,
            CaseMoves moves,
            RuntimeService runtime,
            ManagementService management,
            Clock clock) {
        this.live = live;
        this.changes = changes;
        this.troubles = troubles;
        this.active = active;
        this.moves = moves;
        this.runtime = runtime;
        this.management = management;
        this.clock = clock;
    }

    /**
     * How a change can be taken back at this moment.
     *
     * @param with      numbers of the later changes that have to go back along with it, the oldest first; none where it can go alone
     * @param obstacles sentences; with one of them it cannot
     */
    public record Way(List<Long> with, List<String> obstacles) {

        public boolean possible() {
            return obstacles.isEmpty();
        }
    }

    /** Alone, if that can be; else with all that came after it. */
    public Way way(long change) {
        List<String> alone = obstacles(() -> alone(change, ""));
        List<Long> later = later(change);
        return !alone.isEmpty()
                        && !later.isEmpty()
                        && obstacles(() -> former(changes.filesSince(change), ""))
                                .isEmpty()
                ? new Way(later, List.of())
                : new Way(List.of(), alone);
    }

    private List<Long> later(long change) {
        return changes.after(change).stream().map(ModelChange::id).toList();
    }

    private List<String> obstacles(Supplier<List<Arrival>> former) {
        try {
            return live.isTaken(former.get()) ? List.of() : List.of(SAME);
        } catch (Rejection refused) {
            return Faults.in(refused);
        }
    }

    /**
     * @param with of the {@link Way} that the person has seen
     * @return id of the change that takes the other one back
     * @throws Rejection if a file has been changed since, if there is nothing to go back to, and what the gate refuses
     */
    public long back(long change, String person, String typedReason, List<Long> with) {
        String reason = GoingLive.reason(typedReason);
        long back = live.inNameOf(person, () -> {
            if (with.isEmpty()) {
                return live.deploy(alone(change, reason), "", change, SAME);
            }
            if (!with.equals(later(change))) {
                throw Rejection.outOfTurn("您看过以后，又有了新的改动。请再看一遍，会一起退回哪几次。");
            }
            String all =
                    reason + "（连同后来的第 " + with.stream().map(String::valueOf).collect(Collectors.joining("、")) + " 次改动）";
            return live.deploy(former(changes.filesSince(change), all), "", change, SAME);
        });
        Stream.concat(Stream.of(change), with.stream()).forEach(one -> troubles.settle(one, person));
        changes.one(back).ifPresent(this::bringCases);
        return back;
    }

    private List<Arrival> alone(long change, String reason) {
        List<ChangedFile> files = changes.files(change);
        files.forEach(file -> changes.later(change, file).ifPresent(later -> {
            throw Rejection.outOfTurn("“" + file.name() + "”后来又改过（第 " + later.id() + " 次改动）。请先退回那一次。");
        }));
        return former(files, reason);
    }

    private List<Arrival> former(List<ChangedFile> files, String reason) {
        if (files.stream().allMatch(file -> file.before() == null)) {
            throw Rejection.invalid("这次只新增了文件，没有以前的版本可以退回。");
        }
        List<Arrival> arrivals = new ArrayList<>();
        Map<String, Map<String, byte[]>> processes = new LinkedHashMap<>();
        for (ChangedFile file : files) {
            byte[] before = file.before();
            if (file.process() != null) {
                Map<String, byte[]> bundle = processes.computeIfAbsent(file.process(), this::diagram);
                if (before != null) {
                    bundle.put(file.name(), before);
                }
            } else if (before != null) {
                arrivals.add(GoingLive.arrival(reason, Map.of(file.name(), before), true));
            }
        }
        processes.values().stream()
                .filter(bundle -> !bundle.isEmpty())
                .forEach(bundle -> arrivals.add(GoingLive.arrival(reason, bundle, true)));
        return arrivals;
    }

    /** As it is, for forms that go back without it. */
    private Map<String, byte[]> diagram(String process) {
        Map<String, byte[]> bundle = new TreeMap<>();
        Optional.ofNullable(active.now().processes().get(process))
                .ifPresent(present -> bundle.put(ChangedFile.plain(present.file()), present.content()));
        return bundle;
    }

    /** Those that could not go back at once. */
    @EventListener(EveryMinute.class)
    public void look() {
        changes.since(clock.instant().minus(ModelTroubles.WATCHED)).stream()
                .filter(change -> change.undone() != null)
                .forEach(this::bringCases);
    }

    private void bringCases(ModelChange back) {
        Map<String, ProcessDefinition> present = changes.versionsOf(back.id()).stream()
                .collect(Collectors.toMap(ProcessDefinition::getKey, version -> version));
        Long undone = back.undone();
        if (undone == null || present.isEmpty()) {
            return;
        }
        String person = back.person() == null ? "" : back.person();
        Set<String> versions =
                present.values().stream().map(ProcessDefinition::getId).collect(Collectors.toSet());
        for (long between = undone; between < back.id(); between++) {
            changes.versionsOf(between).stream()
                    .filter(version -> present.containsKey(version.getKey()))
                    .forEach(version -> moves.back(version, versions, person, "退回一步：" + back.reason()));
        }
        changes.one(undone).ifPresent(former -> versions.forEach(version -> tryAgain(version, former, back)));
    }

    /** What was given up under the undone version, and has come along. */
    private void tryAgain(String version, ModelChange undone, ModelChange back) {
        runtime
                .createIncidentQuery()
                .processDefinitionId(version)
                .incidentType(Incident.FAILED_JOB_HANDLER_TYPE)
                .list()
                .stream()
                .filter(incident -> !incident.getIncidentTimestamp().toInstant().isBefore(undone.at())
                        && incident.getIncidentTimestamp().toInstant().isBefore(back.at()))
                .forEach(incident -> management.setJobRetries(incident.getConfiguration(), 1));
    }
}
