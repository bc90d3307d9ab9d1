package org.baoxiu.models;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Texts;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.batch.BatchStatistics;
import org.camunda.bpm.engine.management.ActivityStatistics;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves open cases to the version of their process that is in force, by steps of equal ids: clocks, tasks and what has been done stay.
 * The engine does it by a batch, one case after the other, each in a transaction of its own; a case that cannot go on stays as it is.
 */
@Service
public class CaseMoves {

    private static final int SHOWN = 10;
    private static final String GONE = "现在的版本里没有这一步，这些案件留在原来的版本办完";

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final JdbcClient database;
    private final Clock clock;

    CaseMoves(
            RepositoryService repository,
            RuntimeService runtime,
            ManagementService management,
            JdbcClient database,
            Clock clock) {
        this.repository = repository;
        this.runtime = runtime;
        this.management = management;
        this.database = database;
        this.clock = clock;
    }

    /** One for each former version with open cases, the newest first. */
    public List<CaseMove.Plan> plans(String process) {
        ProcessDefinition target = inForce(process);
        if (target == null) {
            return List.of();
        }
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .orderByProcessDefinitionVersion()
                .desc()
                .list()
                .stream()
                .filter(version -> !version.getId().equals(target.getId()))
                .filter(version -> runtime.createProcessInstanceQuery()
                                .processDefinitionId(version.getId())
                                .count()
                        > 0)
                .map(version -> plan(version, target))
                .toList();
    }

    private @Nullable ProcessDefinition inForce(String process) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .withoutTenantId()
                .active()
                .singleResult();
    }

    private CaseMove.Plan plan(ProcessDefinition version, ProcessDefinition target) {
        Map<String, String> obstacles = obstacles(version, target);
        List<CaseMove.Standing> steps = new ArrayList<>();
        for (ActivityStatistics step :
                management.createActivityStatisticsQuery(version.getId()).list()) {
            steps.add(new CaseMove.Standing(
                    step.getId(),
                    Xml.name(repository.getBpmnModelInstance(version.getId()), step.getId()),
                    step.getInstances(),
                    obstacles.getOrDefault(step.getId(), "")));
        }
        return new CaseMove.Plan(
                version.getId(),
                version.getVersion(),
                target.getVersion(),
                steps,
                movable(version.getId(), obstacles.keySet(), Set.of()).size());
    }

    /** Of the steps in which cases stand, those that cannot be moved, with the reason. */
    private Map<String, String> obstacles(ProcessDefinition version, ProcessDefinition target) {
        Map<String, String> obstacles = new TreeMap<>();
        Set<String> mapped = new HashSet<>();
        for (MigrationInstruction instruction :
                plan(version.getId(), target.getId()).getInstructions()) {
            mapped.add(instruction.getSourceActivityId());
        }
        for (ActivityStatistics step :
                management.createActivityStatisticsQuery(version.getId()).list()) {
            if (!mapped.contains(step.getId())) {
                obstacles.put(step.getId(), GONE);
            }
        }
        return obstacles;
    }

    private MigrationPlan plan(String version, String target) {
        try {
            return runtime.createMigrationPlan(version, target)
                    .mapEqualActivities()
                    .build();
        } catch (MigrationPlanValidationException e) {
            throw Rejection.invalid("这两个版本差别太大，案件移不过去，请让它们在原来的版本办完。（" + Sentences.reason(e) + "）");
        }
    }

    /** @param only those that stand in one of these steps; empty for all */
    private List<String> movable(String version, Set<String> obstacles, Set<String> only) {
        Set<String> cases = new TreeSet<>();
        runtime.createProcessInstanceQuery().processDefinitionId(version).list().stream()
                .map(ProcessInstance::getId)
                .forEach(cases::add);
        if (!only.isEmpty()) {
            cases.retainAll(in(version, only));
        }
        if (!obstacles.isEmpty()) {
            cases.removeAll(in(version, obstacles));
        }
        return List.copyOf(cases);
    }

    private Set<String> in(String version, Collection<String> steps) {
        Set<String> cases = new HashSet<>();
        runtime.createProcessInstanceQuery()
                .processDefinitionId(version)
                .activityIdIn(steps.toArray(String[]::new))
                .list()
                .forEach(one -> cases.add(one.getId()));
        return cases;
    }

    /**
     * Begins to move cases of a former version.
     *
     * @param steps in which they stand; the others stay
     * @throws Rejection if there are none, or no reason is given
     */
    public void begin(String definition, Collection<String> steps, String person, String typedReason) {
        String reason = Texts.line(typedReason);
        if (reason.isEmpty() || reason.length() > GoingLive.LONGEST_REASON) {
            throw Rejection.invalid("请写明为什么移动，最多 " + GoingLive.LONGEST_REASON + " 个字：它会记在每件案件的经过里。");
        }
        if (steps.isEmpty()) {
            throw Rejection.invalid("请先勾选要移动的步骤。");
        }
        ProcessDefinition version = repository
                .createProcessDefinitionQuery()
                .processDefinitionId(definition)
                .singleResult();
        if (version == null || move(version, Set.copyOf(steps), person, reason) == 0) {
            throw Rejection.outOfTurn("这些步骤里没有可以移动的案件了。请看一看现在的情况。");
        }
    }

    /**
     * Cases of a version that was taken back, if one of these is in force and none are on their way; those that cannot go on in it yet stay.
     *
     * @param targets ids of definitions
     */
    @Transactional
    void back(ProcessDefinition version, Set<String> targets, String person, String reason) {
        ProcessDefinition target = inForce(version.getKey());
        if (target != null && targets.contains(target.getId()) && !isMoving(version, target)) {
            move(version, Set.of(), person, reason);
        }
    }

    private boolean isMoving(ProcessDefinition version, ProcessDefinition target) {
        return database
                .sql("select batch from case_move where process = ? and from_version = ? and to_version = ?")
                .params(version.getKey(), version.getVersion(), target.getVersion())
                .query(String.class)
                .list()
                .stream()
                .anyMatch(batch -> management.createBatchQuery().batchId(batch).count() > 0);
    }

    private int move(ProcessDefinition version, Set<String> steps, String person, String reason) {
        ProcessDefinition target = inForce(version.getKey());
        if (target == null || target.getId().equals(version.getId())) {
            return 0;
        }
        List<String> cases = movable(version.getId(), obstacles(version, target).keySet(), steps);
        if (cases.isEmpty()) {
            return 0;
        }
        database.sql(
                        "insert into case_move (process, from_version, to_version, person, reason, started_at, batch, cases) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        version.getKey(),
                        version.getVersion(),
                        target.getVersion(),
                        person,
                        reason,
                        LocalTimes.local(clock.instant()),
                        runtime.newMigration(plan(version.getId(), target.getId()))
                                .processInstanceIds(cases)
                                .executeAsync()
                                .getId(),
                        cases.size())
                .update();
        return cases.size();
    }

    /** Those of a process, the newest first. */
    public List<CaseMove> latest(String process) {
        return database.sql("select * from case_move where process = ? order by id desc limit ?")
                .params(process, SHOWN)
                .query((row, line) -> {
                    BatchStatistics left = row.getString("batch") == null
                            ? null
                            : management
                                    .createBatchStatisticsQuery()
                                    .batchId(row.getString("batch"))
                                    .singleResult();
                    return new CaseMove(
                            row.getLong("id"),
                            row.getString("process"),
                            row.getInt("from_version"),
                            row.getInt("to_version"),
                            row.getString("person"),
                            row.getString("reason"),
                            LocalTimes.instant(row, "started_at"),
                            row.getInt("cases"),
                            left == null ? 0 : left.getRemainingJobs(),
                            left == null ? 0 : left.getFailedJobs());
                })
                .list();
    }
}
