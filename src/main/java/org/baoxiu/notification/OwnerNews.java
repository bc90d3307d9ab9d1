package org.baoxiu.notification;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.baoxiu.dispatch.ContractorAgreed;
import org.baoxiu.dispatch.ContractorOrder;
import org.baoxiu.shared.Excerpt;
import org.baoxiu.shared.Names;
import org.baoxiu.shared.Times;
import org.baoxiu.slip.Channel;
import org.baoxiu.slip.Completions;
import org.baoxiu.slip.Correction;
import org.baoxiu.slip.RemarkAnswered;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.SlipCorrected;
import org.baoxiu.slip.SlipEvent;
import org.baoxiu.slip.SlipState;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells owners what happens to their request, from its reception to its end (Q4). */
@Component
class OwnerNews {

    static final String OWNER = "owner";
    /** Whoever reported something in a public area: no consent, no fee and no acceptance is theirs (4.5.1). */
    static final String REPORTER = "reporter";

    private static final Set<Channel> FROM_COLLEAGUES =
            EnumSet.of(Channel.PATROL, Channel.OTHER_DEPARTMENT, Channel.DUTY_DIRECTOR);
    /** What the office judges by itself: no owner has said it, and none is asked about it. */
    private static final Set<String> OFFICES_OWN = Set.of("紧急", "重大损失或人员受伤", "部位");

    private static final Set<SlipEvent.Kind> ONCE_A_ROUND =
            EnumSet.of(SlipEvent.Kind.CALL_BACK_MISSED, SlipEvent.Kind.TEAM_NOTIFIED);
    /** Of what was corrected; a text message is short. */
    private static final int MOST_NAMED = 3;

    private static final int NAME_LENGTH = 10;
    private static final int PLACE_LENGTH = 20;
    private static final int REASON_LENGTH = 16;
    private static final int ANSWER_LENGTH = 30;

    private final Messages messages;
    private final Names names;

    OwnerNews(Messages messages, Names names) {
        this.messages = messages;
        this.names = names;
    }

    @EventListener
    void happened(SlipEvent event) {
        tell(event.slip(), Event.valueOf(event.kind().name()), key(event), facts(event));
    }

    @EventListener
    void corrected(SlipCorrected event) {
        List<String> what = event.changes().stream()
                .map(Correction.Change::what)
                .filter(name -> !OFFICES_OWN.contains(name))
                .toList();
        if (!what.isEmpty()) {
            tell(
                    event.slip(),
                    Event.CORRECTED,
                    "corrected-" + event.slip().number() + "-" + event.slip().version(),
                    Map.of(
                            "reason",
                            what.stream().limit(MOST_NAMED).collect(Collectors.joining("、"))
                                    + (what.size() > MOST_NAMED ? "等" : "")));
        }
    }

    @EventListener
    void answered(RemarkAnswered event) {
        tell(
                event.slip(),
                Event.REMARK_ANSWERED,
                "remark-answered-" + event.remark(),
                Map.of("reason", brief(event.answer(), ANSWER_LENGTH)));
    }

    @EventListener
    void agreed(ContractorAgreed event) {
        tell(
                event.slip(),
                Event.CONTRACTOR_AGREED,
                key(event.order()),
                Map.of(
                        "contractor",
                        brief(event.contractor().name(), REASON_LENGTH),
                        "time",
                        time(event.order().agreedAt())));
    }

    static String key(ContractorOrder order) {
        return "contractor-" + order.id() + "-" + order.agreedAt().toEpochMilli();
    }

    private void tell(Slip slip, Event event, String key, Map<String, String> facts) {
        if (slip.publicArea() && FROM_COLLEAGUES.contains(slip.report().channel())) {
            return;
        }
        messages.tellOwner(
                slip.number(), new Occasion(event, key, slip.number(), facts), slip.publicArea() ? REPORTER : OWNER);
    }

    /**
     * An owner who is not reached is asked once to answer in writing, however often the call is tried, and reads once that the
     * team knows, however many of its people are told.
     */
    private static String key(SlipEvent event) {
        Slip slip = event.slip();
        return "slip-" + slip.number() + "-" + event.kind() + "-"
                + (ONCE_A_ROUND.contains(event.kind())
                        ? "round-" + slip.acceptance().reworks()
                        : slip.version());
    }

    private Map<String, String> facts(SlipEvent event) {
        Slip slip = event.slip();
        Map<String, String> facts = new HashMap<>();
        facts.put("place", brief(slip.report().place(), PLACE_LENGTH));
        switch (event.kind()) {
            case TECHNICIAN_ASSIGNED, ARRIVED -> {
                facts.put("technician", brief(called(slip.technician()), NAME_LENGTH));
                facts.put("time", slip.state() == SlipState.PICKED_UP ? visit(slip) : "");
            }
            case VISIT_APPOINTED -> facts.put("time", time(slip.visit().appointmentAt()));
            case QUOTED -> {
                facts.put("amount", yuan(slip.agreement().quotedAmount()));
                facts.put("completion", Completions.brief(slip));
            }
            case QUOTE_CHANGED -> {
                facts.putAll(change(event.formerAmount(), slip.agreement().quotedAmount()));
                facts.put("completion", Completions.brief(slip));
            }
            case COST_CHANGED ->
                facts.putAll(change(
                        event.formerAmount(),
                        slip.agreement().finalAmount() == null
                                ? slip.agreement().billedAmount()
                                : slip.agreement().finalAmount()));
            case TIME_CHANGED -> facts.put("time", time(slip.schedule().expectedAt()));
            case DEFERRED -> {
                facts.put("time", time(slip.schedule().promisedAt()));
                facts.put("reason", brief(slip.reasons().deferral(), REASON_LENGTH));
            }
            case RECEIVED, TEAM_NOTIFIED, FINISHED, CALL_BACK_MISSED, CLOSED, CANCELLED, MISTAKEN -> {}
            case JOINED -> facts.put("reason", String.valueOf(slip.ties().joinedTo()));
        }
        return facts;
    }

    private @Nullable String called(@Nullable String technician) {
        return technician == null ? null : names.of(technician);
    }

    private static Map<String, String> change(@Nullable BigDecimal before, @Nullable BigDecimal after) {
        return Map.of("formerAmount", yuan(before), "amount", yuan(after));
    }

    private static String yuan(@Nullable BigDecimal amount) {
        return amount == null ? "" : amount.setScale(2).toPlainString() + " 元";
    }

    /** When the visit is expected, in the owner's own words where they are all there is. */
    private static String visit(Slip slip) {
        return slip.visitExpectedAt() == null
                        && slip.intake().wantedNote() != null
                        && !slip.rework()
                        && !slip.intake().emergency()
                ? brief(slip.intake().wantedNote(), REASON_LENGTH)
                : time(slip.visitExpectedAt());
    }

    private static String time(@Nullable Instant time) {
        return time == null ? "" : Times.minute(time);
    }

    /** What people have typed: in one line, without telephone numbers, and short enough for a text message. */
    private static String brief(@Nullable String words, int length) {
        return words == null ? "" : Excerpt.line(words, length);
    }
}
