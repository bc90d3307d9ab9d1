package org.baoxiu.process.repair.telling;

import static org.baoxiu.process.form.Field.code;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.baoxiu.engine.AsksDecision;
import org.baoxiu.engine.RefusedDecisions;
import org.baoxiu.engine.UnrecordedDecisions;
import org.baoxiu.notification.Occasion;
import org.baoxiu.shared.Rejection;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Who of the office is told of what, by the table of recipients in {@code processes/notification.dmn} as it is now. */
@Component
class DecidedRecipients implements AsksDecision {

    private static final Logger LOG = LoggerFactory.getLogger(DecidedRecipients.class);
    private static final String NOBODY = "";

    private final UnrecordedDecisions decisions;
    private final RefusedDecisions refused;

    DecidedRecipients(UnrecordedDecisions decisions, RefusedDecisions refused) {
        this.decisions = decisions;
        this.refused = refused;
    }

    @Override
    public String decision() {
        return "notificationRecipients";
    }

    @Override
    public String file() {
        return "processes/notification.dmn";
    }

    /**
     * @param roles who the event itself is about, by the names that the table gives them, such as {@code candidates}
     * @return roles as {@link Audience} knows them, in the order of the table; none where nobody is told
     */
    List<String> of(Occasion occasion, boolean emergency, Map<String, String> roles) {
        Map<String, Object> variables =
                new HashMap<>(Map.of("told", NOBODY, "candidates", NOBODY, "former", NOBODY, "helper", NOBODY));
        variables.putAll(roles);
        variables.put("event", code(occasion.event()));
        variables.put("emergency", emergency);
        try {
            DmnDecisionResult result = decisions.evaluate(decision(), variables);
            return result.isEmpty()
                    ? List.of()
                    : roles((String) result.getSingleResult().getEntry("recipients"));
        } catch (IllegalStateException | ClassCastException e) {
            LOG.error(
                    "The decision {} gives no usable answer for {}: {}",
                    decision(),
                    code(occasion.event()),
                    e.getMessage());
            refused.note(decision(), occasion.event().label());
            String message = "通知规则没有说明告知谁，请联系流程管理人员检查通知表中的“告知谁”。";
            throw occasion.slipNumber() == null
                    ? Rejection.invalid(message)
                    : Rejection.invalid(occasion.slipNumber(), message);
        }
    }

    private static List<String> roles(String commaSeparated) {
        return commaSeparated == null
                ? List.of()
                : Arrays.stream(commaSeparated.split(","))
                        .map(String::strip)
                        .filter(role -> !role.isEmpty())
                        .distinct()
                        .toList();
    }
}
