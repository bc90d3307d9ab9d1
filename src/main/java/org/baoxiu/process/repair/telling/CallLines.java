package org.baoxiu.process.repair.telling;

import java.util.Set;
import org.baoxiu.notification.CallRecord;
import org.baoxiu.notification.Recipient;
import org.baoxiu.process.repair.variables.SlipVariables;
import org.baoxiu.shared.Names;
import org.baoxiu.shared.Person;
import org.baoxiu.slip.Slips;
import org.springframework.stereotype.Component;

/** Writes what somebody was told by phone into the history of the slip, as open forms show it (Q4). */
@Component
class CallLines implements CallRecord {

    private final Slips slips;
    private final SlipVariables variables;
    private final Names names;

    CallLines(Slips slips, SlipVariables variables, Names names) {
        this.slips = slips;
        this.variables = variables;
        this.names = names;
    }

    @Override
    public void called(String slipNumber, String what, Recipient recipient, String caller) {
        slips.note(slipNumber, new Person(caller, Set.of()), 0, "Q4", "已电话告知" + called(recipient) + "：" + what);
        variables.refresh(slipNumber);
    }

    private String called(Recipient recipient) {
        return switch (recipient.kind()) {
            case OWNER, CONTACT -> "业主";
            case GROUP -> "有关人员";
            case CLIENT -> "应用 " + recipient.name();
            case PERSON -> " " + names.of(recipient.name());
        };
    }
}
