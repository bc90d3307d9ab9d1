package org.baoxiu.process.repair.telling;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.commitment.Commitments;
import org.baoxiu.notification.Event;
import org.baoxiu.notification.Message;
import org.baoxiu.notification.MessageSettled;
import org.baoxiu.notification.Messages;
import org.baoxiu.notification.Reach;
import org.baoxiu.process.repair.variables.SlipVariables;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.SlipState;
import org.baoxiu.slip.Slips;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the maintenance team of a slip, and holds what is true of it: the team is notified when the message has reached it,
 * not when it was written, and the owner reads so only then. A message that fails is a missed promise at once (4.3.2, 4.6.1b).
 */
@Component
public class TeamNews {

    /** What the team is told as: see the table of recipients. */
    private static final String TEAM = "team";

    private static final Set<Event> TO_PICK_UP = EnumSet.of(Event.NEW_SLIP, Event.NOT_FIXED);

    private final StaffNews news;
    private final Messages messages;
    private final Commitments commitments;
    private final SlipVariables variables;
    private final Slips slips;

    TeamNews(StaffNews news, Messages messages, Commitments commitments, SlipVariables variables, Slips slips) {
        this.news = news;
        this.messages = messages;
        this.commitments = commitments;
        this.variables = variables;
        this.slips = slips;
    }

    /** @param roles besides the slip's own: see {@link StaffNews} */
    public void tell(Event event, String slipNumber, @Nullable String reason, Map<String, String> roles) {
        String key = news.key(event, slipNumber);
        news.tell(event, slipNumber, reason, roles);
        settle(key, slipNumber);
    }

    /** On the way on from the waiting for the message, which ends when it has arrived or its time is over. */
    public void goOn(String slipNumber) {
        if (slips.get(slipNumber).state() == SlipState.REGISTERED) {
            slips.offerToTeam(slipNumber);
        }
        news.remember(Event.NEW_SLIP, slipNumber);
    }

    @EventListener
    @Transactional
    void settled(MessageSettled event) {
        Message message = event.message();
        if (message.slipNumber() != null && TEAM.equals(message.toldAs()) && TO_PICK_UP.contains(message.event())) {
            settle(message.eventKey(), message.slipNumber());
            commitments.follow(message.slipNumber());
            variables.refresh(message.slipNumber());
        }
    }

    private void settle(String key, String slipNumber) {
        Reach reach = messages.reach(key, TEAM);
        Slip slip = slips.get(slipNumber);
        if (reach.at().isPresent() && slip.state() == SlipState.REGISTERED) {
            slips.notifyTeam(slipNumber, reach.at().get());
        } else if (reach.at().isPresent() && slip.state() == SlipState.NOTIFIED) {
            slips.teamReached(slipNumber, reach.at().get());
        } else if (reach.failed() && slip.state() == SlipState.REGISTERED) {
            commitments.fail(slipNumber, CommitmentKind.NOTIFICATION);
            news.tell(Event.TEAM_NOT_REACHED, "not-reached-" + key, slipNumber, Map.of(), Map.of());
            slips.offerToTeam(slipNumber);
        } else if (reach.failed() && slip.state() == SlipState.NOTIFIED) {
            news.tell(Event.TEAM_NOT_REACHED, "not-reached-" + key, slipNumber, Map.of(), Map.of());
        }
    }
}
