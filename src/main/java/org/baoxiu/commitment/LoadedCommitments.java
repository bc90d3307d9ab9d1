package org.baoxiu.commitment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.baoxiu.shared.PerTransaction;
import org.springframework.stereotype.Component;

/** The clocks that the present transaction has read, by slip and in the order of their start. */
@Component
@PerTransaction
class LoadedCommitments {

    private final Map<String, List<Commitment>> bySlip = new HashMap<>();

    List<Commitment> of(String slipNumber, Function<String, List<Commitment>> read) {
        return List.copyOf(bySlip.computeIfAbsent(slipNumber, number -> new ArrayList<>(read.apply(number))));
    }

    Optional<Commitment> find(long id) {
        return bySlip.values().stream()
                .flatMap(List::stream)
                .filter(commitment -> commitment.id() == id)
                .findFirst();
    }

    /** A clock that has just been started and saved; where those of its slip were not read yet, it will be read with them. */
    void add(Commitment started) {
        bySlip.computeIfPresent(started.slipNumber(), (number, known) -> {
            known.add(started);
            return known;
        });
    }
}
