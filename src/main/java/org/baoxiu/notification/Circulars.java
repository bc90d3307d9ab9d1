package org.baoxiu.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells many people of the same. The first get their messages in the step itself; the rest are written down with it and get theirs
 * afterwards, in pieces of a transaction each, so that neither the step nor any other message waits for hundreds.
 */
@Component
@Transactional
public class Circulars {

    static final int PIECE = 50;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private final Messages messages;
    private final DeliveryQueue queue;
    private final JdbcClient database;

    Circulars(Messages messages, DeliveryQueue queue, JdbcClient database) {
        this.messages = messages;
        this.queue = queue;
        this.database = database;
    }

    private record Circular(Occasion occasion, String role, List<String> recipients) {}

    /**
     * @param role what the people are told as: see {@link Notices#about}
     * @param ids  of {@link Contacts}
     */
    public void tell(Occasion occasion, String role, List<String> ids) {
        messages.tellContacts(occasion, role, ids.subList(0, Math.min(PIECE, ids.size())));
        if (ids.size() <= PIECE) {
            return;
        }
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        database.sql(
                        """
            insert into circular (event, event_key, told_as, facts, recipients, told) values (?, ?, ?, ?, ?, ?)""")
                .params(
                        occasion.event().name(),
                        occasion.key(),
                        role,
                        JsonPost.json(occasion.facts()),
                        String.join(",", ids),
                        PIECE)
                .update(key, "id");
        queue.addCircular(new CircularDue(Objects.requireNonNull(key.getKey()).longValue(), PIECE));
    }

    /** The next piece, unless it was written before. What goes wrong is tried again by the queue. */
    @EventListener
    void tellNext(CircularDue due) {
        Optional<Circular> found = find(due);
        if (found.isEmpty()) {
            return;
        }
        List<String> all = found.get().recipients();
        int told = Math.min(due.told() + PIECE, all.size());
        boolean next = database.sql("update circular set told = ? where id = ? and told = ?")
                        .params(told, due.id(), due.told())
                        .update()
                == 1;
        if (!next) {
            return;
        }
        messages.tellContactsOrFail(found.get().occasion(), found.get().role(), all.subList(due.told(), told));
        if (told < all.size()) {
            queue.addCircular(new CircularDue(due.id(), told));
        } else {
            database.sql("delete from circular where id = ?").param(due.id()).update();
        }
    }

    private Optional<Circular> find(CircularDue due) {
        return database.sql("select event, event_key, told_as, facts, recipients from circular where id = ?")
                .param(due.id())
                .query((row, number) -> new Circular(
                        new Occasion(
                                Event.valueOf(row.getString("event")),
                                row.getString("event_key"),
                                null,
                                facts(row.getString("facts"))),
                        row.getString("told_as"),
                        Arrays.asList(row.getString("recipients").split(","))))
                .optional();
    }

    private static Map<String, String> facts(String json) {
        try {
            return JSON.readValue(json, FACTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
