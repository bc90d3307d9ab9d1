package org.baoxiu.process.repair.owner;

import static org.baoxiu.process.form.Field.code;

import java.util.List;
import java.util.Set;
import org.baoxiu.owner.OwnerViews;
import org.baoxiu.people.OfficeMembers;
import org.baoxiu.people.Persons;
import org.baoxiu.process.form.EngineVariables;
import org.baoxiu.process.form.StartForms;
import org.baoxiu.process.form.Submission;
import org.baoxiu.process.repair.owner.OwnerContactProcess.ContactKind;
import org.baoxiu.process.repair.owner.OwnerContactProcess.Found;
import org.baoxiu.shared.Markdown;
import org.baoxiu.shared.OfficeScope;
import org.baoxiu.shared.Rejection;
import org.baoxiu.slip.Caller;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.Slips;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.Spin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Finds the slips of a caller, shows them, and hands what the owner said to the running case of the chosen one. */
@Configuration(proxyBeanMethods = false)
class ContactSteps {

    private static final int MOST = 20;
    private static final String NEW_REPORT =
            "<a href=\"/camunda/app/tasklist/default/#/?processStart=repairRequest\" target=\"_blank\">登记新的报修</a>";
    /** What the process has besides what the form brings. */
    private static final Set<String> OWN =
            Set.of(EngineVariables.INITIATOR, Found.SUMMARY, Found.OPTIONS, Found.SLIPS, Found.WAY);

    /** One line of a select, as form-js expects it. */
    record Option(String label, String value) {}

    @Bean
    JavaDelegate findCallersSlips(Slips slips, OfficeMembers offices, OwnerViews views) {
        return process -> {
            String typed = OwnerContactProcess.OWNER_CONTACT
                    .read(process.getVariables())
                    .need(OwnerContactProcess.CALLER);
            if (process.getVariable(Found.SUMMARY) == null) {
                StartForms.read(OwnerContactProcess.FIND_CALLER, process);
            }
            OfficeScope scope = offices.scopeOfPresent();
            List<Slip> matches = slips.of(Caller.of(typed), MOST + 1).stream()
                    .filter(slip -> scope.covers(slip.report().office()))
                    .toList();
            List<FoundSlip> found = matches.stream()
                    .limit(MOST)
                    .filter(slip -> !slip.state().ended())
                    .map(views::of)
                    .map(FoundSlip::of)
                    .toList();
            process.removeVariables(OwnerContactProcess.OWNER_CONTACT.fields());
            process.setVariable(OwnerContactProcess.CALLER.name(), typed);
            process.setVariable(
                    OwnerContactProcess.SLIP_NUMBER.name(),
                    found.size() == 1 ? found.get(0).code() : null);
            process.setVariable(Found.SUMMARY, summary(typed, matches));
            process.setVariable(
                    Found.OPTIONS,
                    Spin.JSON(found.stream()
                            .map(slip -> new Option(slip.label(), slip.code()))
                            .toList()));
            process.setVariable(Found.SLIPS, Spin.JSON(found));
        };
    }

    private static String summary(String typed, List<Slip> matches) {
        String caller = "“" + Markdown.plain(typed, 60) + "”";
        if (matches.isEmpty()) {
            return "**没有找到**　" + caller + "没有未结的维修单。请与业主核对后换一个号码再找；要报修的，" + NEW_REPORT + "。";
        }
        if (matches.get(0).state().ended()) {
            Slip slip = matches.get(0);
            return "**维修单 " + slip.number() + " " + slip.state().label() + "**　如有新的问题，请" + NEW_REPORT + "。";
        }
        return matches.size() > MOST
                ? "**找到的太多**　" + caller + "有 " + MOST + " 张以上未结的维修单，只列出最新的 " + MOST + " 张。请多填几位再找。"
                : "**找到 " + matches.size() + " 张**　" + caller + "未结的维修单。先与业主核对地点和姓名，再办理；是别的问题，请" + NEW_REPORT + "。";
    }

    @Bean
    TaskListener recordOwnerContact(Persons persons) {
        return task -> {
            DelegateExecution process = task.getExecution();
            persons.checkAssignee(task);
            ContactKind kind = OwnerContactProcess.OWNER_CONTACT
                    .readOnly(process.getVariables(), OWN)
                    .need(OwnerContactProcess.CONTACT_KIND);
            process.setVariable(Found.WAY, kind.aboutSlip() ? "relay" : code(kind));
        };
    }

    @Bean
    JavaDelegate passOnOwnerContact(Slips slips, OfficeMembers offices, CallsOnSlips calls) {
        return process -> {
            Submission in = OwnerContactProcess.OWNER_CONTACT.read(process.getVariables());
            Slip slip = slips.get(offices.checkSlip(in.need(OwnerContactProcess.SLIP_NUMBER)));
            ContactKind kind = in.need(OwnerContactProcess.CONTACT_KIND);
            if (slips.of(Caller.of(in.need(OwnerContactProcess.CALLER)), MOST).stream()
                    .noneMatch(match -> match.number().equals(slip.number()))) {
                throw Rejection.invalid(slip.number(), "不是这次来电找到的维修单，请从列出的维修单中选择，或换一个号码再找。");
            }
            requireOpen(slip);
            process.setProcessBusinessKey(slip.number());
            relay(slip.number(), kind, in, calls);
        };
    }

    private static void relay(String slip, ContactKind kind, Submission in, CallsOnSlips calls) {
        boolean loss = in.ticked(OwnerContactProcess.LOSS_OR_INJURY);
        switch (kind) {
            case ENQUIRE -> calls.answerEnquiry(slip, in.orNull(OwnerContactProcess.OWNER_WORDS));
            case URGE -> calls.urge(slip, in.need(OwnerContactProcess.OWNER_WORDS), loss);
            case COMPLAIN -> calls.complain(slip, in.need(OwnerContactProcess.OWNER_WORDS), loss);
            case RESCHEDULE ->
                calls.reschedule(
                        slip, in.need(OwnerContactProcess.APPOINTMENT_AT), in.orNull(OwnerContactProcess.OWNER_WORDS));
            case ADD -> calls.addToFault(slip, in.need(OwnerContactProcess.OWNER_WORDS));
            case CORRECT_PHONE -> calls.correctTelephone(slip, in.need(OwnerContactProcess.PHONE));
            case CANCEL -> {
                String words = in.need(OwnerContactProcess.OWNER_WORDS);
                in.needTick(OwnerContactProcess.CANCEL_CONFIRMED);
                calls.cancel(slip, words);
            }
            case SEARCH, NOTHING -> throw new IllegalArgumentException(kind + " is about no slip");
        }
    }

    private static void requireOpen(Slip slip) {
        if (slip.state().ended()) {
            throw Rejection.invalid("维修单 " + slip.number() + slip.state().label() + "。"
                    + slip.ties().instead());
        }
    }

    /** For the calls of the first release, which were noted with the number of the slip and nothing shown before. */
    @Bean
    JavaDelegate relayOwnerContact(Slips slips, CallsOnSlips calls) {
        return process -> {
            Submission in = StartForms.read(OwnerContactProcess.OWNER_CONTACT, process);
            Slip slip = slips.get(in.need(OwnerContactProcess.SLIP_NUMBER));
            requireOpen(slip);
            process.setProcessBusinessKey(slip.number());
            String words = in.need(OwnerContactProcess.OWNER_WORDS);
            boolean loss = in.ticked(OwnerContactProcess.LOSS_OR_INJURY);
            switch (in.need(OwnerContactProcess.CONTACT_KIND)) {
                case URGE -> calls.urge(slip.number(), words, loss);
                case COMPLAIN -> calls.complain(slip.number(), words, loss);
                case CANCEL -> calls.cancel(slip.number(), words);
                default -> throw Rejection.invalid("“业主要求”没有这一选项，请从列出的选项中选择。");
            }
        };
    }
}
