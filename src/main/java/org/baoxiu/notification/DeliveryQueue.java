package org.baoxiu.notification;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The messages that wait for their delivery, in a table that all nodes share. A few threads of its own take them from
 * there, never the engine's. One of the nodes says that it is night, that it is morning, that it is time for the rounds, and each minute.
 */
@Component
class DeliveryQueue implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryQueue.class);
    private static final String TABLE = "message_queue";
    /** Of a message; nothing else is tried again and again. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private static final Duration LOOKED_AT_EVERY = Duration.ofSeconds(5);
    /** A node that has not been heard of for six of these is dead, and another one takes its messages over. */
    private static final Duration HEARTBEAT = Duration.ofMinutes(1);

    private static final Duration PATIENCE_AT_SHUTDOWN = Duration.ofSeconds(15);
    private static final Duration ROUNDS = Duration.ofMinutes(5);
    private static final LocalTime IN_THE_NIGHT = LocalTime.of(3, 0);
    /** Hundreds who are told of the same leave room for other messages. */
    private static final Duration BETWEEN_PIECES = Duration.ofSeconds(5);

    private static final LocalTime AT_NIGHT = LocalTime.of(4, 30);
    private static final LocalTime IN_THE_MORNING = LocalTime.of(8, 0);

    private final Delivery delivery;
    private final CustomTask<Void> task;
    private final OneTimeTask<Void> code;
    private final OneTimeTask<Void> circular;
    private final Scheduler scheduler;
    private final Clock clock;
    private final boolean starts;

    DeliveryQueue(
            DataSource database,
            Delivery delivery,
            CodeDelivery codes,
            OldMessages old,
            ApplicationEventPublisher listeners,
            Clock clock,
            @Value("${baoxiu.notification.queue:true}") boolean starts) {
        this.delivery = delivery;
        this.starts = starts;
        this.task = Tasks.custom("deliver", Void.class).execute((instance, context) -> delivered(instance.getId()));
        this.code = Tasks.oneTime("code", Void.class).execute((instance, context) -> codes.deliver(instance.getId()));
        this.circular = Tasks.oneTime("circular", Void.class)
                .execute((instance, context) -> listeners.publishEvent(circularOf(instance.getId())));
        this.clock = clock;
        this.scheduler = Scheduler.create(new TransactionAwareDataSourceProxy(database), task, code, circular)
                .startTasks(
                        Tasks.recurring("delete-old", Schedules.daily(AT_NIGHT))
                                .execute((instance, context) -> old.delete()),
                        Tasks.recurring("minute", FixedDelay.of(Duration.ofMinutes(1)))
                                .execute((instance, context) -> listeners.publishEvent(new EveryMinute())),
                        Tasks.recurring("morning", Schedules.daily(IN_THE_MORNING))
                                .execute((instance, context) -> listeners.publishEvent(new Morning())),
                        Tasks.recurring("night", Schedules.daily(IN_THE_NIGHT))
                                .execute((instance, context) -> listeners.publishEvent(new Night())),
                        Tasks.recurring("rounds", Schedules.fixedDelay(ROUNDS))
                                .execute((instance, context) -> listeners.publishEvent(new Rounds())))
                .tableName(TABLE)
                .jdbcCustomization(new DefaultJdbcCustomization(false))
                .clock(clock::instant)
                .threads(delivery.threads())
                .pollingInterval(LOOKED_AT_EVERY)
                .heartbeatInterval(HEARTBEAT)
                .shutdownMaxWait(PATIENCE_AT_SHUTDOWN)
                .build();
    }

    /** In the present transaction. */
    void add(Message message) {
        scheduler.scheduleIfNotExists(
                task.instance(Long.toString(message.id())), delivery.firstAttempt(message.channel()));
    }

    /** Likewise a code, which is to leave at once after the commit. */
    void addCode(String id) {
        scheduler.scheduleIfNotExists(code.instance(id), clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                look();
            }
        });
    }

    /** In the present transaction: the next piece of a circular, a moment after it. */
    void addCircular(CircularDue due) {
        scheduler.scheduleIfNotExists(
                circular.instance(due.id() + "-" + due.told()), clock.instant().plus(BETWEEN_PIECES));
    }

    private static CircularDue circularOf(String instance) {
        String[] parts = instance.split("-");
        return new CircularDue(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
    }

    private CompletionHandler<Void> delivered(String id) {
        if (!NUMBER.matcher(id).matches()) {
            LOG.error("The queue held {}, which is no message; it is taken out", id);
            return new OnCompleteRemove<>();
        }
        return delivery.attempt(Long.parseLong(id))
                .<CompletionHandler<Void>>map(again -> (done, queue) -> queue.reschedule(done, again))
                .orElseGet(OnCompleteRemove::new);
    }

    /** Looks for due messages without waiting for the next time. */
    void look() {
        scheduler.triggerCheckForDueExecutions();
    }

    /** Not in a rehearsal. */
    @Override
    public boolean isAutoStartup() {
        return starts;
    }

    @Override
    public void start() {
        scheduler.start();
    }

    @Override
    public void stop() {
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        return scheduler.getSchedulerState().isStarted()
                && !scheduler.getSchedulerState().isShuttingDown();
    }
}
