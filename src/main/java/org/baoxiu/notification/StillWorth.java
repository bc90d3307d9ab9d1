package org.baoxiu.notification;

import static org.baoxiu.slip.SlipState.CANCELLED;
import static org.baoxiu.slip.SlipState.CLOSED;
import static org.baoxiu.slip.SlipState.CONFIRMED;
import static org.baoxiu.slip.SlipState.DEFERRED;
import static org.baoxiu.slip.SlipState.FINISHED;
import static org.baoxiu.slip.SlipState.JOINED;
import static org.baoxiu.slip.SlipState.MISTAKEN;
import static org.baoxiu.slip.SlipState.NOTIFIED;
import static org.baoxiu.slip.SlipState.ON_SITE;
import static org.baoxiu.slip.SlipState.PICKED_UP;
import static org.baoxiu.slip.SlipState.QUOTED;
import static org.baoxiu.slip.SlipState.RECEIVED;
import static org.baoxiu.slip.SlipState.REFUSED;
import static org.baoxiu.slip.SlipState.REGISTERED;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.SlipState;

/** Which undelivered messages time has not overtaken: nobody is called to hear that the technician is there when all is repaired. */
final class StillWorth {

    private static final Set<SlipState> BEFORE_THE_END = EnumSet.range(RECEIVED, DEFERRED);
    private static final Set<SlipState> OPEN = EnumSet.complementOf(EnumSet.of(CLOSED, CANCELLED, MISTAKEN, JOINED));
    private static final Set<SlipState> ALWAYS = EnumSet.allOf(SlipState.class);
    /** While the slip is in one of these, the event is still what there is to say. */
    private static final Map<Event, Set<SlipState>> WHILE = new EnumMap<>(Map.ofEntries(
            Map.entry(Event.RECEIVED, EnumSet.of(RECEIVED, REGISTERED)),
            Map.entry(Event.TEAM_NOTIFIED, EnumSet.of(NOTIFIED)),
            Map.entry(Event.TECHNICIAN_ASSIGNED, EnumSet.of(PICKED_UP)),
            Map.entry(Event.VISIT_APPOINTED, EnumSet.of(PICKED_UP)),
            Map.entry(Event.CONTRACTOR_AGREED, BEFORE_THE_END),
            Map.entry(Event.ARRIVED, EnumSet.of(ON_SITE)),
            Map.entry(Event.QUOTED, EnumSet.of(QUOTED)),
            Map.entry(Event.QUOTE_CHANGED, EnumSet.of(QUOTED)),
            Map.entry(Event.COST_CHANGED, ALWAYS),
            Map.entry(Event.TIME_CHANGED, BEFORE_THE_END),
            Map.entry(Event.DEFERRED, EnumSet.of(DEFERRED)),
            Map.entry(Event.FINISHED, EnumSet.of(FINISHED)),
            Map.entry(Event.CALL_BACK_MISSED, EnumSet.of(CONFIRMED, REFUSED)),
            Map.entry(Event.CLOSED, EnumSet.of(CLOSED)),
            Map.entry(Event.CANCELLED, EnumSet.of(CANCELLED)),
            Map.entry(Event.WITHDRAWN, EnumSet.of(CANCELLED)),
            Map.entry(Event.MISTAKEN, EnumSet.of(MISTAKEN)),
            Map.entry(Event.CALLED_OFF, EnumSet.of(MISTAKEN)),
            Map.entry(Event.JOINED, EnumSet.of(JOINED)),
            Map.entry(Event.JOINED_AWAY, EnumSet.of(JOINED)),
            Map.entry(Event.STATE_CHANGED, ALWAYS),
            Map.entry(Event.MODELS_REFUSED, ALWAYS),
            Map.entry(Event.RATED_BADLY, ALWAYS),
            Map.entry(Event.REMARK_ANSWERED, ALWAYS),
            Map.entry(Event.NEW_SLIP, EnumSet.of(REGISTERED, NOTIFIED)),
            Map.entry(Event.NOT_FIXED, EnumSet.of(NOTIFIED)),
            Map.entry(Event.RETURNED, EnumSet.of(NOTIFIED)),
            Map.entry(Event.PICK_UP_SLIP, EnumSet.of(NOTIFIED)),
            Map.entry(Event.TEAM_NOT_REACHED, EnumSet.of(REGISTERED, NOTIFIED))));

    private StillWorth() {}

    /**
     * @param messages newest first
     * @param slips    by their numbers
     * @param agreed   whether the contractor that a message speaks of is still to come at its time
     * @return likewise, without what has passed and without what a newer message of the same kind says better
     */
    static List<Message> among(List<Message> messages, Function<String, Slip> slips, Predicate<Message> agreed) {
        Set<String> said = new HashSet<>();
        return messages.stream()
                .filter(message -> message.slipNumber() == null
                        || holds(
                                message.event(),
                                slips.apply(message.slipNumber()).state()))
                .filter(message -> message.event() != Event.CONTRACTOR_AGREED || agreed.test(message))
                .filter(message -> message.to().kind() != Recipient.Kind.OWNER
                        || said.add(message.recipient() + " " + kind(message.event())))
                .toList();
    }

    private static boolean holds(Event event, SlipState state) {
        return WHILE.getOrDefault(event, OPEN).contains(state);
    }

    private static Event kind(Event event) {
        return event == Event.QUOTE_CHANGED ? Event.QUOTED : event;
    }
}
