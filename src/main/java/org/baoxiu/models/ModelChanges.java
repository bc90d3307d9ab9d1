package org.baoxiu.models;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.baoxiu.engine.Arrival;
import org.baoxiu.shared.LocalTimes;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every change of what is in force, whichever way it came: who, when, why, and each file before and after. */
@Component
public class ModelChanges {

    static final String TAKEN_AWAY = "删除、停用或恢复了已经部署的版本";
    private static final String AT_START = "启动时带来";
    private static final String NONE_GIVEN = "没有写原因";
    static final int LONGEST_REASON = 300;

    private final JdbcClient database;
    private final IdentityService identity;
    private final RepositoryService repository;
    private final Clock clock;

    ModelChanges(JdbcClient database, IdentityService identity, RepositoryService repository, Clock clock) {
        this.database = database;
        this.identity = identity;
        this.repository = repository;
        this.clock = clock;
    }

    /** Whoever deploys names the deployment after what it is for. */
    static String reason(List<Arrival> arrivals) {
        String names = arrivals.stream()
                .map(arrival -> ModelDeployment.SOURCE.equals(arrival.source())
                        ? AT_START
                        : arrival.name() == null || arrival.name().isBlank() ? NONE_GIVEN : arrival.name())
                .distinct()
                .collect(Collectors.joining("、"));
        return names.length() > LONGEST_REASON ? names.substring(0, LONGEST_REASON) : names;
    }

    /** Of nothing that differs, and of the first models of an office, nothing is written. */
    void record(ModelSet before, ModelSet after, String reason, List<String> deployments) {
        List<ChangedFile> changed = before.isEmpty() ? List.of() : ChangedFile.between(before, after);
        if (changed.isEmpty()) {
            return;
        }
        long id = database.sql("select coalesce(max(id), 0) + 1 from model_change")
                .query(Long.class)
                .single();
        database.sql("insert into model_change (id, person, made_at, reason) values (?, ?, ?, ?)")
                .params(id, person(), LocalTimes.local(clock.instant()), reason)
                .update();
        for (int place = 0; place < changed.size(); place++) {
            ChangedFile file = changed.get(place);
            database.sql("insert into model_change_file (change, place, kind, process, name, before, after)"
                            + " values (?, ?, ?, ?, ?, ?, ?)")
                    .params(id, place, file.kind().name(), file.process(), file.name(), file.before(), file.after())
                    .update();
        }
        deployments.forEach(deployment -> database.sql("insert into model_change_deployment values (?, ?)")
                .params(deployment, id)
                .update());
    }

    /** Login name of whoever deploys at this moment; null for the program itself. */
    @Nullable
    String person() {
        return identity.getCurrentAuthentication() == null
                ? null
                : identity.getCurrentAuthentication().getUserId();
    }

    /** What the change that these deployments came with is for. */
    long explain(String deployment, String clause, @Nullable Long undone) {
        long id = database.sql("select change from model_change_deployment where deployment = ?")
                .param(deployment)
                .query(Long.class)
                .single();
        database.sql("update model_change set clause = ?, undone = ? where id = ?")
                .params(clause.isEmpty() ? null : clause, undone, id)
                .update();
        return id;
    }

    /** Somebody besides whoever asked has agreed. */
    void approved(long change, String person) {
        database.sql("update model_change set approved_by = ? where id = ?")
                .params(person, change)
                .update();
    }

    /** Those made after a moment, the oldest first. */
    List<ModelChange> since(Instant moment) {
        return read(database.sql("select * from model_change where made_at > ? order by id")
                .param(LocalTimes.local(moment)));
    }

    /** Those that came after another one, the oldest first. */
    List<ModelChange> after(long change) {
        return read(database.sql("select * from model_change where id > ? order by id")
                .param(change));
    }

    boolean isTakenBack(long change) {
        return database.sql("select count(*) from model_change where undone = ?")
                        .param(change)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Newest first. */
    public List<ModelChange> latest(int most) {
        return read(database.sql("select * from model_change order by id desc limit ?")
                .param(most));
    }

    /**
     * Newest first.
     *
     * @param from inclusive, {@code until} exclusive
     */
    public List<ModelChange> between(Instant from, Instant until) {
        return read(database.sql("select * from model_change where made_at >= ? and made_at < ? order by id desc")
                .params(LocalTimes.local(from), LocalTimes.local(until)));
    }

    public Optional<ModelChange> one(long id) {
        return read(database.sql("select * from model_change where id = ?").param(id)).stream()
                .findFirst();
    }

    /** The changes that deployments came with, by their ids. */
    Map<String, ModelChange> of(Collection<String> deployments) {
        if (deployments.isEmpty()) {
            return Map.of();
        }
        Map<String, Long> ids = new HashMap<>();
        database.sql("select deployment, change from model_change_deployment where deployment in (:ids)")
                .param("ids", deployments)
                .query((row, number) -> ids.put(row.getString(1), row.getLong(2)))
                .list();
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<Long, ModelChange> changes = read(database.sql("select * from model_change where id in (:ids)")
                        .param("ids", List.copyOf(ids.values())))
                .stream()
                .collect(Collectors.toMap(ModelChange::id, one -> one));
        return ids.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> Objects.requireNonNull(changes.get(one.getValue()))));
    }

    /** The versions of processes that a change came with. */
    List<ProcessDefinition> versionsOf(long change) {
        return database
                .sql("select deployment from model_change_deployment where change = ?")
                .param(change)
                .query(String.class)
                .list()
                .stream()
                .flatMap(deployment ->
                        repository.createProcessDefinitionQuery().deploymentId(deployment).list().stream())
                .toList();
    }

    private List<ModelChange> read(JdbcClient.StatementSpec changes) {
        List<ModelChange> read = changes.query((row, number) -> new ModelChange(
                        row.getLong("id"),
                        row.getString("person"),
                        LocalTimes.instant(row, "made_at"),
                        row.getString("reason"),
                        row.getString("clause"),
                        row.getObject("undone", Long.class),
                        row.getString("approved_by"),
                        List.of()))
                .list();
        return read.stream().map(one -> one.with(names(one.id()))).toList();
    }

    private List<String> names(long change) {
        return database.sql("select name from model_change_file where change = ? order by place")
                .param(change)
                .query(String.class)
                .list();
    }

    /** Before and after of each file. */
    public List<FileDifference> differences(long change) {
        return files(change).stream().map(FileDifference::of).toList();
    }

    List<ChangedFile> files(long change) {
        return database.sql("select * from model_change_file where change = ? order by place")
                .param(change)
                .query((row, number) -> file(row))
                .list();
    }

    /** Those of a change and of all that came after it, each as it was before the first of them. */
    List<ChangedFile> filesSince(long change) {
        Map<String, ChangedFile> first = new LinkedHashMap<>();
        database.sql("select * from model_change_file where change >= ? order by change, place")
                .param(change)
                .query((row, number) -> file(row))
                .list()
                .forEach(file -> first.putIfAbsent(file.kind() + " " + file.process() + " " + file.name(), file));
        return List.copyOf(first.values());
    }

    private static ChangedFile file(ResultSet row) throws SQLException {
        return new ChangedFile(
                ModelKind.valueOf(row.getString("kind")),
                row.getString("process"),
                row.getString("name"),
                row.getBytes("before"),
                row.getBytes("after"));
    }

    /** The latest change of a file after another one. */
    Optional<ModelChange> later(long change, ChangedFile file) {
        return database.sql("select max(change) from model_change_file where kind = ? and name = ? and change > ?"
                        + " and coalesce(process, '') = ?")
                .params(file.kind().name(), file.name(), change, Objects.requireNonNullElse(file.process(), ""))
                .query(Long.class)
                .optional()
                .flatMap(this::one);
    }
}
