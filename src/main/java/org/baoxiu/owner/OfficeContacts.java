package org.baoxiu.owner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.baoxiu.office.OfficeRegister;
import org.baoxiu.office.OfficesChanged;
import org.baoxiu.shared.Telephones;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Which number owners dial (4.3.1.1): on every page that they see, also on the one that says that the database is away. So no
 * page waits for it: all of them show what was read last, at most half a minute ago, or before the database was lost.
 */
@Component("officeContacts")
public class OfficeContacts {

    private static final Logger LOG = LoggerFactory.getLogger(OfficeContacts.class);
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final OfficeRegister register;
    private final Clock clock;
    private final TaskExecutor aside = new SimpleAsyncTaskExecutor("offices-");
    private final AtomicBoolean reading = new AtomicBoolean();
    private volatile List<Contact> contacts = List.of();
    private volatile Instant readAt = Instant.MIN;

    public OfficeContacts(OfficeRegister register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    /**
     * @param name      of the office, as on the slips
     * @param telephone as people read it; behind 转 or a third dash an extension
     */
    public record Contact(String name, String telephone) {

        /** For a link. */
        public String dialled() {
            return Telephones.dialled(telephone);
        }
    }

    /** Of one office if it is known, else of all. */
    public List<Contact> at(String office) {
        return of(office).map(List::of).orElse(known());
    }

    public Optional<Contact> of(String office) {
        return known().stream().filter(contact -> contact.name().equals(office)).findFirst();
    }

    private List<Contact> known() {
        if (!clock.instant().isBefore(readAt.plus(FRESH)) && reading.compareAndSet(false, true)) {
            aside.execute(this::read);
        }
        return contacts;
    }

    @EventListener(ApplicationReadyEvent.class)
    void beginToKnow() {
        read();
    }

    @TransactionalEventListener(classes = OfficesChanged.class, fallbackExecution = true)
    void read() {
        try {
            contacts = register.all().stream()
                    .filter(office -> office.telephone() != null)
                    .map(office -> new Contact(office.name(), office.telephone()))
                    .toList();
            readAt = clock.instant();
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("The telephones of the offices stay as they were read before", e);
        } finally {
            reading.set(false);
        }
    }
}
