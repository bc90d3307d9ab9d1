package org.baoxiu.cockpit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.baoxiu.cockpit.DecisionColumns.Columns;
import org.baoxiu.cockpit.Reader.Colleagues;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.Names;
import org.baoxiu.shared.Times;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricDetail;
import org.camunda.bpm.engine.history.HistoricFormField;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the engine itself has written down about cases: values, decisions, and who did what in its applications or over REST. */
@Component
class CaseRecord {

    static final int OPERATIONS = 50;

    private final HistoryService history;
    private final DecisionColumns columns;
    private final FieldLabels labels;
    private final JdbcClient database;
    private final ObjectMapper json;
    private final Names names;

    CaseRecord(
            HistoryService history,
            DecisionColumns columns,
            FieldLabels labels,
            JdbcClient database,
            ObjectMapper json,
            Names names) {
        this.history = history;
        this.columns = columns;
        this.labels = labels;
        this.database = database;
        this.json = json;
        this.names = names;
    }

    /** Values over time: what was typed into forms, and what the way of the case hung on. */
    Sheet variables(List<String> cases, Reader reader) {
        List<HistoricDetail> details = cases.stream()
                .flatMap(one -> history.createHistoricDetailQuery().processInstanceId(one).list().stream())
                .filter(detail -> detail instanceof HistoricFormField || detail instanceof HistoricVariableUpdate)
                .sorted(Comparator.comparing(HistoricDetail::getTime).thenComparing(HistoricDetail::getId))
                .toList();
        Map<String, String> elements = elements(cases, HistoricActivityInstance::getId);
        Map<String, String> before = new HashMap<>();
        return Sheet.of(
                "表单里填的，和决定走向的内容；每变一次一行。其余内容以维修单为准，不在这里重复保存。",
                List.of("时间", "环节", "名称", "标识", "改前", "改后"),
                details.stream()
                        .map(detail -> {
                            String name = name(detail);
                            String value = reader.written(value(detail));
                            String old = before.put(detail.getProcessInstanceId() + name, value);
                            return Sheet.Line.of(
                                    Times.minute(detail.getTime().toInstant()),
                                    elements.getOrDefault(Sheet.orEmpty(detail.getActivityInstanceId()), ""),
                                    labels.of(name),
                                    name,
                                    Sheet.orEmpty(old),
                                    value);
                        })
                        .filter(line -> !line.cells().get(4).equals(line.cells().get(5))));
    }

    private static String name(HistoricDetail detail) {
        return detail instanceof HistoricFormField field
                ? field.getFieldId()
                : ((HistoricVariableUpdate) detail).getVariableName();
    }

    private static String value(HistoricDetail detail) {
        Object value = detail instanceof HistoricFormField field
                ? field.getFieldValue()
                : ((HistoricVariableUpdate) detail).getValue();
        if (value == null) {
            return "";
        }
        return value instanceof Boolean yes ? yesOrNo(yes) : value.toString();
    }

    /** The name of each element by an id of it. */
    private Map<String, String> elements(List<String> cases, Function<HistoricActivityInstance, String> id) {
        return cases.stream()
                .flatMap(one -> history.createHistoricActivityInstanceQuery().processInstanceId(one).list().stream())
                .filter(step -> step.getActivityName() != null)
                .collect(Collectors.toMap(id, HistoricActivityInstance::getActivityName, (one, other) -> one));
    }

    /** Each table that was asked about a slip, in the version of that moment. */
    Sheet decisions(List<String> cases, @Nullable String slipNumber, Reader reader) {
        Map<String, String> elements = elements(cases, HistoricActivityInstance::getActivityId);
        Map<String, Columns> tables = new HashMap<>();
        return Sheet.of(
                "查过的决策表：当时的版本、条件和结果。",
                List.of("时间", "决策表", "版本", "环节", "条件", "结果"),
                database
                        .sql(
                                "select decision, version, decided_at, occasion, inputs, outputs from decision_taken where slip_number = ? order by id")
                        .param(slipNumber)
                        .query((row, index) -> {
                            int version = row.getInt("version");
                            String decision = row.getString("decision");
                            Columns columns = tables.computeIfAbsent(
                                    decision + " " + version, first -> this.columns.of(decision, version));
                            return Sheet.Line.of(
                                    Times.minute(LocalTimes.instant(row, "decided_at")),
                                    columns.table(),
                                    "第 " + version + " 版",
                                    elements.getOrDefault(Sheet.orEmpty(row.getString("occasion")), ""),
                                    reader.written(values(row.getString("inputs"), columns::input, columns::asked)),
                                    reader.written(
                                            values(row.getString("outputs"), columns::output, columns::answered)));
                        })
                        .list()
                        .stream());
    }

    /** As {@code name=value}, by the headings of the columns. */
    private String values(String json, UnaryOperator<String> heading, BinaryOperator<String> said) {
        try {
            StringBuilder text = new StringBuilder();
            this.json.readTree(json).fields().forEachRemaining(value -> text.append(text.isEmpty() ? "" : "；")
                    .append(heading.apply(value.getKey()))
                    .append('=')
                    .append(
                            value.getValue().isBoolean()
                                    ? yesOrNo(value.getValue().booleanValue())
                                    : said.apply(
                                            value.getKey(),
                                            value.getValue().isNull()
                                                    ? ""
                                                    : value.getValue().asText())));
            return text.toString();
        } catch (JsonProcessingException e) {
            return json;
        }
    }

    private static String yesOrNo(boolean yes) {
        return yes ? "是" : "否";
    }

    /** Who did what with a case in Cockpit, Admin, Tasklist or over REST. */
    Sheet operations(List<String> cases, Reader reader) {
        List<UserOperationLogEntry> entries = cases.stream()
                .flatMap(one -> history.createUserOperationLogQuery().processInstanceId(one).list().stream())
                .sorted(Comparator.comparing(UserOperationLogEntry::getTimestamp))
                .toList();
        return operationsOf("在任务列表、运行监控、系统管理里或通过接口对这个实例做的操作。系统自动做的不在内。", entries, reader);
    }

    /** The last of all, whatever they were done with. */
    Sheet operations(int page, Reader reader) {
        return operationsOf(
                "所有人最近的操作，每页 " + OPERATIONS + " 行，最近的在前。用户、用户组、授权的改动也在内。",
                history.createUserOperationLogQuery()
                        .orderByTimestamp()
                        .desc()
                        .listPage((Math.max(1, page) - 1) * OPERATIONS, OPERATIONS),
                reader);
    }

    private Sheet operationsOf(String note, List<UserOperationLogEntry> entries, Reader reader) {
        Colleagues colleagues = new Colleagues(
                names,
                entries.stream()
                        .map(UserOperationLogEntry::getUserId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        return Sheet.of(
                note,
                List.of("时间", "谁", "操作", "对象", "内容", "改前", "改后", "备注"),
                entries.stream()
                        .map(entry -> Sheet.Line.of(
                                Times.minute(entry.getTimestamp().toInstant()),
                                colleagues.name(entry.getUserId()),
                                OperationWords.operation(entry.getOperationType()),
                                OperationWords.entity(entry.getEntityType()),
                                OperationWords.property(entry.getProperty()),
                                reader.written(entry.getOrgValue()),
                                reader.written(entry.getNewValue()),
                                reader.written(entry.getAnnotation()))));
    }
}
