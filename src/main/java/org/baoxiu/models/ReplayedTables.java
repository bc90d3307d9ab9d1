package org.baoxiu.models;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A draft's tables while they are tried on a period, as {@link ReplayCount} asks them. */
public interface ReplayedTables {

    /** One decision of the period; what is null was asked, and nothing was known. */
    record Taken(long id, String slip, String occasion, Map<String, Object> inputs, Map<String, Object> outputs) {}

    Instant from();

    Instant until();

    boolean changes(String decision);

    /** Decisions of the period about slips, by that table, oldest first, some at a time. */
    void taken(String decision, Consumer<List<Taken>> reader);

    /** What the draft says; empty if it says nothing. */
    Optional<Map<String, Object>> decide(String decision, Map<String, Object> inputs);

    /** A slip that would have gone another way. */
    void changed(String slip, String what, String was, String becomes);

    /** A sentence of the result. */
    void figure(String sentence);

    /** So many things more have been looked at. */
    void looked(long more);
}
