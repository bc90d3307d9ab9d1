package org.baoxiu.process.repair.telling;

import static org.baoxiu.process.form.Field.code;

import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baoxiu.engine.AsksDecision;
import org.baoxiu.engine.RefusedDecisions;
import org.baoxiu.engine.UnrecordedDecisions;
import org.baoxiu.notification.ChannelKind;
import org.baoxiu.notification.Notice;
import org.baoxiu.notification.Notices;
import org.baoxiu.notification.Occasion;
import org.baoxiu.process.form.Field;
import org.baoxiu.shared.DurationText;
import org.baoxiu.shared.Rejection;
import org.baoxiu.words.TableWords;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * The texts and channels of the decision table {@code processes/notification.dmn}, in its version of the moment. The message
 * that comes of it is the record.
 */
@Component
class DecidedNotices implements Notices, AsksDecision {

    private static final Logger LOG = LoggerFactory.getLogger(DecidedNotices.class);

    private final UnrecordedDecisions decisions;
    private final RefusedDecisions refused;

    DecidedNotices(UnrecordedDecisions decisions, RefusedDecisions refused) {
        this.decisions = decisions;
        this.refused = refused;
    }

    @Override
    public String decision() {
        return "notification";
    }

    @Override
    public String file() {
        return "processes/notification.dmn";
    }

    @Override
    public Optional<Notice> about(Occasion occasion, String role) {
        Map<String, Object> variables = new HashMap<>(occasion.facts());
        variables.putAll(Map.of("event", code(occasion.event()), "recipient", role));
        variables.put("slipNumber", occasion.slipNumber());
        try {
            DmnDecisionResult result = decisions.evaluate(decision(), variables);
            return result.isEmpty() ? Optional.empty() : Optional.of(notice(result.getSingleResult()));
        } catch (IllegalStateException | IllegalArgumentException | DateTimeParseException e) {
            LOG.error(
                    "The decision notification gives no usable answer for {} to {}: {} ({})",
                    code(occasion.event()),
                    role,
                    e.getMessage(),
                    NestedExceptionUtils.getMostSpecificCause(e).getClass().getSimpleName());
            refused.note(
                    decision(),
                    occasion.event().label() + " → " + TableWords.conditionSaid(decision(), "recipient", role));
            throw unusable(occasion.slipNumber());
        }
    }

    private static Rejection unusable(@Nullable String slipNumberOrNull) {
        String message = "通知规则没有给出可用的渠道、有效期、标题和内容，请联系流程管理人员检查通知表。";
        return slipNumberOrNull == null ? Rejection.invalid(message) : Rejection.invalid(slipNumberOrNull, message);
    }

    private static Notice notice(DmnDecisionResultEntries answer) {
        return new Notice(
                channels(text(answer, "channels")),
                DurationText.parse(text(answer, "expiry")),
                text(answer, "subject"),
                text(answer, "text"));
    }

    private static String text(DmnDecisionResultEntries answer, String output) {
        if (answer.getEntry(output) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("no text in the column " + output);
    }

    private static List<ChannelKind> channels(String codes) {
        return Arrays.stream(codes.strip().split("\\s*,\\s*"))
                .map(DecidedNotices::channel)
                .toList();
    }

    private static ChannelKind channel(String code) {
        return Field.constant(ChannelKind.class, code)
                .orElseThrow(() -> new IllegalArgumentException("no channel " + code));
    }
}
