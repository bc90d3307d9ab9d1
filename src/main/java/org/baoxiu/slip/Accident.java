package org.baoxiu.slip;

import java.time.Instant;
import java.util.Optional;
import org.baoxiu.shared.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What the director does about a repair accident (4.4.1, 4.7.7, 5.3).
 *
 * <p>What has not been done yet is null.
 *
 * @param declaredAt when the rules made the request an accident
 * @param statement  the written statement of the cause
 */
public record Accident(
        Instant declaredAt,
        @Nullable String summary,
        @Nullable String answer,
        @Nullable Instant answeredAt,
        @Nullable String plan,
        @Nullable String solution,
        @Nullable Instant solvedAt,
        @Nullable String statement,
        @Nullable Instant closedAt) {

    static Accident declared(Instant now) {
        return new Accident(now, null, null, null, null, null, null, null, null);
    }

    Accident reported(String text) {
        return new Accident(declaredAt, text, answer, answeredAt, plan, solution, solvedAt, statement, closedAt);
    }

    Accident answered(String text, Instant now) {
        return new Accident(declaredAt, summary, text, now, plan, solution, solvedAt, statement, closedAt);
    }

    Accident planned(String text) {
        return new Accident(declaredAt, summary, answer, answeredAt, text, solution, solvedAt, statement, closedAt);
    }

    Accident solved(String text, Instant now) {
        return new Accident(declaredAt, summary, answer, answeredAt, plan, text, now, statement, closedAt);
    }

    Accident stated(String text) {
        return new Accident(declaredAt, summary, answer, answeredAt, plan, solution, solvedAt, text, closedAt);
    }

    Optional<String> objectionToClosing() {
        return solvedAt == null || Texts.isBlank(statement) ? Optional.of("事故解决并有书面的原因说明之后才能结案。") : Optional.empty();
    }

    Accident closed(Instant now) {
        return new Accident(declaredAt, summary, answer, answeredAt, plan, solution, solvedAt, statement, now);
    }
}
