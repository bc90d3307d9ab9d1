package org.baoxiu.notification;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.baoxiu.shared.Excerpt;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.StateChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells people what has happened. A message is written in the transaction of the step that it tells of, together with its
 * place in the queue, and leaves after the commit; a step that is rolled back has told nobody anything.
 */
@Service
public class Messages {

    private static final Logger LOG = LoggerFactory.getLogger(Messages.class);
    private static final Duration REFUSAL_WORTH = Duration.ofDays(7);
    private static final int REFUSAL_LENGTH = 900;

    private final Notices notices;
    private final MessageRepository messages;
    private final List<Channel> channels;
    private final DeliveryQueue queue;
    private final TransactionTemplate savepoint;
    private final Clock clock;

    Messages(
            Notices notices,
            MessageRepository messages,
            List<Channel> channels,
            DeliveryQueue queue,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.notices = notices;
        this.messages = messages;
        this.channels = channels;
        this.queue = queue;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.clock = clock;
    }

    /**
     * Tells every one of these people once, and the chat of their group if there is one. Whatever goes wrong with the messages
     * is logged and leaves the step alone.
     *
     * @param role what the people are told as: see {@link Notices#about}
     * @throws org.baoxiu.shared.Rejection if the decision table gives no usable answer
     */
    public void tell(Occasion occasion, String role, Collection<String> logins) {
        tell(occasion, role, Optional.of(role), logins);
    }

    /**
     * Likewise, where the role is not the group whose chat is told.
     *
     * @return what is written down now, without what these people have been told of the same occasion before
     */
    public List<Message> tell(Occasion occasion, String role, Optional<String> group, Collection<String> logins) {
        return logins.isEmpty()
                ? List.of()
                : tell(
                        occasion,
                        role,
                        Stream.concat(
                                        group.map(Recipient::group).stream(),
                                        logins.stream().map(Recipient::person))
                                .toList());
    }

    /** Likewise the owner of a slip. */
    void tellOwner(String slipNumber, Occasion occasion, String role) {
        tell(occasion, role, List.of(Recipient.ownerOf(slipNumber)));
    }

    /** Likewise people of {@link Contacts}. */
    public void tellContacts(Occasion occasion, String role, Collection<String> ids) {
        tell(occasion, role, ids.stream().map(Recipient::contact).toList());
    }

    /** Likewise, for whoever tries again: what goes wrong with the messages is thrown. */
    void tellContactsOrFail(Occasion occasion, String role, Collection<String> ids) {
        notices.about(occasion, role)
                .ifPresent(notice -> ids.forEach(id -> tell(occasion, role, Recipient.contact(id), notice)));
    }

    /** Likewise the application of a client that a slip has got into another state, if it wants to know. */
    public void tellClient(String client, StateChanged change) {
        Slip slip = change.slip();
        String state = change.state().label();
        tell(
                new Occasion(
                        Event.STATE_CHANGED,
                        "slip-" + slip.number() + "-" + change.state() + "-" + slip.version(),
                        slip.number(),
                        Map.of("number", slip.number(), "state", change.state().name(), "stateLabel", state)),
                "client",
                List.of(Recipient.client(client)),
                new Notice(
                        List.of(ChannelKind.WEB_HOOK),
                        WebHook.WORTH,
                        "状态：" + state,
                        "维修单 " + slip.number() + " 的状态变为“" + state + "”。"));
    }

    /** Likewise the administrators, whatever the tables say, that the models the application was started with were refused. */
    public void tellOfModelsNotUsed(Collection<String> logins, String key, String subject, String why) {
        tellAdministrators(Event.MODELS_REFUSED, logins, key, subject, why);
    }

    /** Likewise, that something has failed which 运行状况 says how to see to. */
    public void tellOfTrouble(Collection<String> logins, String key, String subject, String what) {
        tellAdministrators(Event.TROUBLE, logins, key, subject, what);
    }

    /** Likewise whoever has these e-mail addresses, with or without an account here, by mail only. */
    public void tellByMail(Collection<String> addresses, String key, String subject, String what) {
        tell(
                new Occasion(Event.TROUBLE, key, null, Map.of()),
                "outside",
                addresses.stream().map(Recipient::person).toList(),
                new Notice(List.of(ChannelKind.EMAIL), REFUSAL_WORTH, subject, Excerpt.of(what, REFUSAL_LENGTH)));
    }

    private void tellAdministrators(Event event, Collection<String> logins, String key, String subject, String what) {
        tell(
                new Occasion(event, key, null, Map.of()),
                "administrator",
                logins.stream().map(Recipient::person).toList(),
                new Notice(
                        List.of(ChannelKind.EMAIL, ChannelKind.IN_APP),
                        REFUSAL_WORTH,
                        subject,
                        Excerpt.of(what, REFUSAL_LENGTH)));
    }

    private List<Message> tell(Occasion occasion, String role, List<Recipient> recipients) {
        return notices.about(occasion, role)
                .map(notice -> tell(occasion, role, recipients, notice))
                .orElse(List.of());
    }

    private List<Message> tell(Occasion occasion, String role, List<Recipient> recipients, Notice notice) {
        try {
            List<Message> written = new ArrayList<>();
            savepoint.executeWithoutResult(step -> recipients.forEach(
                    recipient -> tell(occasion, role, recipient, notice).ifPresent(written::add)));
            return written;
        } catch (RuntimeException e) {
            // its message may quote the row, and so a person
            LOG.error(
                    "No messages about {} of slip {}: {}",
                    occasion.event(),
                    occasion.slipNumber(),
                    NestedExceptionUtils.getMostSpecificCause(e).getClass().getName());
            return List.of();
        }
    }

    private Optional<Message> tell(Occasion occasion, String role, Recipient recipient, Notice notice) {
        Optional<Message> written = through(notice, recipient)
                .filter(channel -> !messages.existsByEventKeyAndRecipient(occasion.key(), recipient.code()))
                .map(channel -> messages.save(Message.of(occasion, recipient, role, notice, channel, clock.instant())));
        written.filter(message -> message.state() == MessageState.WAITING).ifPresent(queue::add);
        return written;
    }

    private Optional<Channel> through(Notice notice, Recipient recipient) {
        return channels.stream()
                .filter(channel -> notice.channels().contains(channel.kind()))
                .sorted(Comparator.comparingInt(channel -> notice.channels().indexOf(channel.kind())))
                .filter(channel -> channel.reaches(recipient))
                .findFirst();
    }

    /** The latest messages of one person, newest first, at most 100. */
    public List<Message> of(String login) {
        return messages.findTop100ByRecipientOrderByIdDesc(login);
    }

    /** Whether those who were told of an occasion as {@code role} know of it. */
    public Reach reach(String eventKey, String role) {
        return Reach.of(messages.findByEventKeyAndToldAs(eventKey, role));
    }

    /** All that anybody was told of a slip, the oldest first, as far as it is kept. */
    public List<Message> ofSlip(String slipNumber) {
        return messages.findBySlipNumberOrderById(slipNumber);
    }

    /** All that was told of one kind of event of a slip. */
    public List<Message> about(String slipNumber, Event event) {
        return messages.findBySlipNumberAndEvent(slipNumber, event);
    }

    /** Whether the person has ever had a message about the slip. */
    public boolean told(String login, String slipNumber) {
        return messages.existsByRecipientAndSlipNumber(login, slipNumber);
    }

    /** The person has seen the messages up to this one. */
    public void markRead(String login, long last) {
        messages.markRead(login, last, clock.instant());
    }
}
