package org.baoxiu.web.operations;

import java.util.Optional;
import org.baoxiu.operation.Trouble;
import org.baoxiu.operation.TroubleKind;
import org.baoxiu.shared.Times;
import org.jspecify.annotations.Nullable;

/**
 * One thing to see to, as the page shows it.
 *
 * @param since  in words, or null
 * @param number of the slip, or null
 * @param target of a remedy, or null
 */
record TroubleLine(
        TroubleKind kind, String what, @Nullable String since, @Nullable String number, @Nullable String target) {

    static TroubleLine of(Trouble one) {
        return new TroubleLine(
                one.kind(),
                one.what(),
                Optional.ofNullable(one.since()).map(Times::minute).orElse(null),
                one.about(),
                one.target());
    }
}
