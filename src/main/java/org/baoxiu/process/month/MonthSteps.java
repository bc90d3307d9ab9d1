package org.baoxiu.process.month;

import static org.baoxiu.process.form.Field.code;

import java.time.YearMonth;
import java.util.Date;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.commitment.Deadline;
import org.baoxiu.commitment.Stage;
import org.baoxiu.monthend.BusinessMonth;
import org.baoxiu.monthend.Causes;
import org.baoxiu.monthend.MonthEnd;
import org.baoxiu.monthend.report.MonthReport;
import org.baoxiu.notification.Event;
import org.baoxiu.notification.Occasion;
import org.baoxiu.people.Persons;
import org.baoxiu.process.form.EngineVariables;
import org.baoxiu.process.form.Form;
import org.baoxiu.process.form.StartForms;
import org.baoxiu.process.form.Submission;
import org.baoxiu.process.month.MonthEndProcess.Forms;
import org.baoxiu.process.month.MonthEndProcess.Own;
import org.baoxiu.process.repair.telling.StaffNews;
import org.baoxiu.shared.Markdown;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Times;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Settles a month, from its freezing to the receipt (3.4, 4.3.7, 4.3.8). Each step may run again: the record says what is done. */
@Configuration(proxyBeanMethods = false)
class MonthSteps {

    /** Where the office has missed more than one month, the next one is settled by a case of its own. */
    @Bean
    JavaDelegate freezeMonth(
            MonthEnd months, MonthReport report, Causes causes, Persons persons, RuntimeService runtime) {
        return process -> {
            Optional<YearMonth> month = chosen(process).or(months::next);
            if (month.isEmpty() && !persons.current().id().equals(Person.SYSTEM)) {
                throw Rejection.invalid("没有过完而未结的月份，不用结算。");
            }
            process.setVariable(
                    MonthEndProcess.MONTH, month.map(YearMonth::toString).orElse(""));
            if (month.isPresent()) {
                BusinessMonth frozen = months.freeze(month.get(), process.getProcessInstanceId());
                process.setProcessBusinessKey(month.get().toString());
                process.setVariables(variables(frozen, report, causes));
                months.next().ifPresent(next -> runtime.startProcessInstanceByKey(MonthEndProcess.KEY));
            }
        };
    }

    /** The month that a person has chosen; the timer chooses none. */
    private static Optional<YearMonth> chosen(DelegateExecution process) {
        return StartForms.read(Forms.SETTLE_MONTH, process).find(MonthEndProcess.MONTH_DAY);
    }

    private static Map<String, Object> variables(BusinessMonth month, MonthReport report, Causes causes) {
        return Map.of(
                Own.LABEL,
                month.label(),
                Own.FIGURES,
                report.summary(month.month()) + unsigned(month, causes.unsigned(month.month())),
                Own.CHECK,
                "",
                Own.DUE,
                Date.from(month.deadline().dueAt()),
                Own.WARNING,
                Date.from(month.deadline().warningAt()),
                Own.CYCLE,
                month.deadline().cycle());
    }

    /** What the supervisor has left open stays so in this month (4.7.7). */
    private static String unsigned(BusinessMonth month, long causes) {
        return causes == 0
                ? ""
                : "\n- 冻结时没有签处置的原因：**" + causes + " 项**（[查看](</months/" + month.month()
                        + "/causes>)，以后签的列在下一个未结月份的“更正”里）";
    }

    /**
     * The workbook is kept by a transaction of its own. Where counting takes longer than a job is locked, another node takes the
     * job over and this step rolls back; the other then finds the workbook, instead of both counting for ever.
     */
    @Bean
    JavaDelegate countMonth(MonthEnd months, PlatformTransactionManager transactions) {
        TransactionTemplate ofItsOwn = new TransactionTemplate(transactions);
        ofItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return process -> {
            YearMonth month = monthOf(process, months);
            ofItsOwn.executeWithoutResult(transaction -> months.count(month));
        };
    }

    @Bean
    TaskListener recordHandOver(MonthEnd months, Persons persons) {
        return task -> {
            Submission in = submission(task, Forms.CHECK_MONTH, persons);
            YearMonth month = monthOf(task.getExecution(), months);
            in.needTick(MonthEndProcess.FIGURES_CHECKED);
            Person by = persons.current();
            months.handOver(month, in.orNull(MonthEndProcess.CHECK_NOTE), by);
            BusinessMonth handedOver = months.get(month);
            task.getExecution()
                    .setVariable(
                            Own.CHECK,
                            "**核对移交**　" + Markdown.plain(persons.of(by.id())) + "，"
                                    + Optional.ofNullable(handedOver.handedOverAt())
                                            .map(Times::minute)
                                            .orElse("")
                                    + (handedOver.checkNote() == null
                                            ? ""
                                            : "，" + Markdown.plain(handedOver.checkNote(), 1_500)));
        };
    }

    @Bean
    TaskListener recordReceipt(MonthEnd months, Persons persons) {
        return task -> {
            Submission in = submission(task, Forms.RECEIVE_PACK, persons);
            YearMonth month = monthOf(task.getExecution(), months);
            in.needTick(MonthEndProcess.PACK_RECEIVED);
            months.receive(month, in.orNull(MonthEndProcess.RECEIPT_NOTE), persons.current());
        };
    }

    private static Submission submission(DelegateTask task, Form form, Persons persons) {
        persons.checkAssignee(task);
        Set<String> own = new HashSet<>(Own.ALL);
        own.addAll(Forms.CHECK_MONTH.fields());
        return form.readOnly(task.getExecution().getVariables(), own);
    }

    @Bean
    JavaDelegate judgeHandOver(MonthEnd months) {
        return process -> {
            Optional<Stage> stage = months.judge(monthOf(process, months));
            process.setVariableLocal(MonthEndProcess.CLOCK_KIND, code(CommitmentKind.MONTH_HAND_OVER));
            process.setVariableLocal(
                    MonthEndProcess.CLOCK_STAGE, stage.map(found -> code(found)).orElse(""));
        };
    }

    @Bean
    ExecutionListener tellOfHandOver(MonthEnd months, StaffNews news) {
        return process -> {
            DmnDecisionResult result = EngineVariables.answer(process);
            BusinessMonth month = months.get(monthOf(process, months));
            if (result.isEmpty()) {
                throw Rejection.invalid(month.label() + "：升级规则没有说明告知谁，请联系流程管理人员检查升级表。");
            }
            Occasion occasion = occasion(month, (String) process.getVariable(MonthEndProcess.CLOCK_STAGE));
            tell(occasion, result, news);
        };
    }

    static void tell(Occasion occasion, DmnDecisionResult escalation, StaffNews news) {
        news.tell(occasion, Map.of("told", escalation.getSingleResult().getEntry("told")));
    }

    private static Occasion occasion(BusinessMonth month, String stage) {
        boolean warning = stage.equals(code(Stage.WARNING));
        Deadline deadline = month.deadline();
        return new Occasion(
                event(stage),
                "month-" + month.month() + "-" + stage
                        + (warning
                                ? ""
                                : "-"
                                        + Optional.ofNullable(deadline.toldAt())
                                                .orElse(deadline.dueAt())
                                                .toEpochMilli()),
                null,
                Map.of(
                        "monthLabel",
                        month.label(),
                        "promise",
                        CommitmentKind.MONTH_HAND_OVER.label(),
                        "due",
                        Times.minute(deadline.dueAt()),
                        "late",
                        deadline.daysLate() + " 天"));
    }

    private static Event event(String stage) {
        return switch (stage) {
            case "warning" -> Event.HAND_OVER_WARNING;
            case "missed" -> Event.HAND_OVER_MISSED;
            case "again" -> Event.HAND_OVER_AGAIN;
            default -> throw new IllegalArgumentException("no stage of a clock: " + stage);
        };
    }

    /** One month, one case: an instance that was started in the middle of the model takes no step on it. */
    private static YearMonth monthOf(DelegateExecution process, MonthEnd months) {
        String key = process.getProcessBusinessKey();
        if (key == null || !months.get(YearMonth.parse(key)).isSettledBy(process.getProcessInstanceId())) {
            throw Rejection.forbidden("月度结算要从“月度统计与结算”的开始表单办理，不能从流程中间开始。");
        }
        return YearMonth.parse(key);
    }
}
