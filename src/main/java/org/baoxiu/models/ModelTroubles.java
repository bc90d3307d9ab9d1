package org.baoxiu.models;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.baoxiu.engine.RefusedDecisions;
import org.baoxiu.engine.SubmissionWatch;
import org.baoxiu.notification.Event;
import org.baoxiu.notification.EveryMinute;
import org.baoxiu.notification.Messages;
import org.baoxiu.notification.Occasion;
import org.baoxiu.people.Persons;
import org.baoxiu.shared.Excerpt;
import org.baoxiu.shared.Groups;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.Rejection;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What goes wrong under a change of what is in force, and is its doing as far as can be told: a step of a version that it has brought was
 * given up; a table that it has changed had no answer; a form that it has changed was refused, or any form of its version failed without a
 * rule that refuses. The first of each kind is told to the process owners. After two weeks it is no news any more.
 */
@Service
public class ModelTroubles implements SubmissionWatch {

    static final Duration WATCHED = Duration.ofDays(14);
    private static final int WHY = 100;
    private static final int NAMED = 60;

    private final ModelChanges changes;
    private final ActiveModels active;
    private final RefusedDecisions decisions;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final JdbcClient database;
    private final ApplicationEventPublisher news;
    private final Messages messages;
    private final Persons persons;
    private final Clock clock;

    ModelTroubles(
            ModelChanges changes,
            ActiveModels active,
            RefusedDecisions decisions,
            RuntimeService runtime,
            RepositoryService repository,
            JdbcClient database,
            ApplicationEventPublisher news,
            Messages messages,
            Persons persons,
            Clock clock) {
        this.changes = changes;
        this.active = active;
        this.decisions = decisions;
        this.runtime = runtime;
        this.repository = repository;
        this.database = database;
        this.news = news;
        this.messages = messages;
        this.persons = persons;
        this.clock = clock;
    }

    @Override
    public void refused(Submission submission, String why, boolean error) {
        ModelChange change = changes.of(List.of(submission.deployment())).get(submission.deployment());
        if (change != null && isWatched(change) && (error || brought(change, submission.form()))) {
            String reason = error && !why.contains("expression") ? "系统出错" : Excerpt.line(why, WHY);
            note(
                    change,
                    new ModelTrouble(
                            change.id(),
                            ModelTrouble.Kind.SUBMISSION,
                            "“" + submission.step() + "”提交被退回：" + reason,
                            submission.about(),
                            clock.instant()));
        }
    }

    /** Whether a change has brought a form, new or changed. */
    private boolean brought(ModelChange change, @Nullable String form) {
        return form != null
                && changes.files(change.id()).stream()
                        .filter(file -> file.kind() == ModelKind.FORM && file.after() != null)
                        .map(file -> FormModel.read(file.name(), Objects.requireNonNull(file.after()), new Faults()))
                        .flatMap(Optional::stream)
                        .anyMatch(one -> one.id().equals(form));
    }

    private boolean isWatched(ModelChange change) {
        return change.undone() == null
                && change.at().isAfter(clock.instant().minus(WATCHED))
                && !changes.isTakenBack(change.id());
    }

    @EventListener(EveryMinute.class)
    @Transactional
    public void look() {
        Instant earliest = clock.instant().minus(WATCHED);
        database.sql("delete from model_trouble where found_at < ?")
                .param(LocalTimes.local(earliest))
                .update();
        Map<String, String> tables = tables();
        for (ModelChange change : changes.since(earliest)) {
            if (isWatched(change)) {
                failed(change).ifPresent(trouble -> note(change, trouble));
                unanswered(change, tables).ifPresent(trouble -> note(change, trouble));
            }
        }
    }

    /** The deployments of the tables in force, by their keys. */
    private Map<String, String> tables() {
        Map<String, String> tables = new HashMap<>();
        active.now().decisions().forEach((key, table) -> {
            if (table.deployment() != null) {
                tables.put(key, table.deployment());
            }
        });
        return tables;
    }

    private Optional<ModelTrouble> failed(ModelChange change) {
        return changes.versionsOf(change.id()).stream()
                .flatMap(version -> runtime
                        .createIncidentQuery()
                        .processDefinitionId(version.getId())
                        .incidentType(Incident.FAILED_JOB_HANDLER_TYPE)
                        .list()
                        .stream()
                        .filter(incident ->
                                !incident.getIncidentTimestamp().toInstant().isBefore(change.at()))
                        .map(incident -> failed(change, version, incident)))
                .min(Comparator.comparing(ModelTrouble::at));
    }

    private ModelTrouble failed(ModelChange change, ProcessDefinition version, Incident incident) {
        ProcessInstance process = runtime.createProcessInstanceQuery()
                .processInstanceId(incident.getProcessInstanceId())
                .singleResult();
        String message = incident.getIncidentMessage();
        return new ModelTrouble(
                change.id(),
                ModelTrouble.Kind.JOB,
                "“" + step(version.getId(), incident.getActivityId()) + "”几次都没有办成："
                        + (message == null || message.isBlank() ? "没有写明原因" : Excerpt.line(message, WHY)),
                process == null ? null : process.getBusinessKey(),
                incident.getIncidentTimestamp().toInstant());
    }

    private String step(String definition, String element) {
        return repository.getBpmnModelInstance(definition).getModelElementById(element) instanceof FlowElement step
                        && step.getName() != null
                ? step.getName().replaceAll("\\s+", " ")
                : element;
    }

    private Optional<ModelTrouble> unanswered(ModelChange change, Map<String, String> tables) {
        return decisions.latest().stream()
                .filter(one -> !one.lastAt().isBefore(change.at()))
                .filter(one -> isOf(change, tables.get(one.decision())))
                .min(Comparator.comparing(RefusedDecisions.Refused::lastAt))
                .map(one -> new ModelTrouble(
                        change.id(),
                        ModelTrouble.Kind.DECISION,
                        "规则表“" + name(one.decision()) + "”问到“" + one.about() + "”没有可用的答案",
                        null,
                        one.lastAt()));
    }

    private boolean isOf(ModelChange change, @Nullable String deployment) {
        ModelChange cause =
                deployment == null ? null : changes.of(List.of(deployment)).get(deployment);
        return cause != null && cause.id() == change.id();
    }

    private String name(String decision) {
        TableModel table = active.now().decisions().get(decision);
        return table == null ? decision : table.name();
    }

    private void note(ModelChange change, ModelTrouble trouble) {
        boolean known = database.sql("select count(*) from model_trouble where change = ? and kind = ?")
                        .params(trouble.change(), trouble.kind().name())
                        .query(Long.class)
                        .single()
                > 0;
        if (!known) {
            database.sql("insert into model_trouble (change, kind, what, slip_number, found_at) values (?, ?, ?, ?, ?)")
                    .params(
                            trouble.change(),
                            trouble.kind().name(),
                            trouble.what(),
                            trouble.slip(),
                            LocalTimes.local(trouble.at()))
                    .update();
            tell(change, trouble);
        }
    }

    /** By the tables, if these are not what has failed. */
    private void tell(ModelChange change, ModelTrouble trouble) {
        String files = Excerpt.of(String.join("、", change.files()), NAMED);
        String what = trouble.sentence();
        String key = "models-failing-" + trouble.change() + "-" + trouble.kind();
        try {
            news.publishEvent(new ModelNews(
                    new Occasion(
                            Event.MODELS_FAILING,
                            key,
                            null,
                            Map.of("change", Long.toString(change.id()), "files", files, "what", what)),
                    ""));
        } catch (Rejection noAnswer) {
            messages.tellOfTrouble(
                    persons.membersOf(Groups.PROCESS_OWNER),
                    key,
                    "第 " + change.id() + " 次改动上线以后出了问题",
                    files + "：" + what + "。请打开“规则与流程”，是这次改动引起的，可以退回一步。");
        }
    }

    /** Those that nobody has settled, the latest first. */
    @Transactional(readOnly = true)
    public List<ModelTrouble> open() {
        return database.sql("select * from model_trouble where settled_at is null order by found_at desc")
                .query((row, line) -> new ModelTrouble(
                        row.getLong("change"),
                        ModelTrouble.Kind.valueOf(row.getString("kind")),
                        row.getString("what"),
                        row.getString("slip_number"),
                        LocalTimes.instant(row, "found_at")))
                .list();
    }

    /** A change is not the cause, or is taken back. */
    @Transactional
    public void settle(long change, String person) {
        Instant now = clock.instant();
        database.sql("update model_trouble set settled_at = ?, settled_by = ? where change = ? and settled_at is null")
                .params(LocalTimes.local(now), person, change)
                .update();
    }
}
