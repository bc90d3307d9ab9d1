package org.baoxiu.slip;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.baoxiu.shared.PerTransaction;
import org.springframework.stereotype.Component;

/**
 * The slips that the present transaction has read: one step asks for the same slip a dozen times, and all of them get the
 * same one. Its version still tells at the end whether somebody else was faster.
 */
@Component
@PerTransaction
class LoadedSlips {

    private final Map<String, Slip> byNumber = new HashMap<>();

    Slip get(String number, Function<String, Slip> read) {
        return byNumber.computeIfAbsent(number, read);
    }

    boolean has(String number) {
        return byNumber.containsKey(number);
    }

    void put(Slip slip) {
        byNumber.put(slip.number(), slip);
    }
}
