package org.baoxiu.commitment;

import java.util.Optional;
import org.baoxiu.shared.Person;

/** Who keeps the promises of customer service that are one clerk's (4.7.1). */
public interface Clerks {

    /** Whoever does what is happening now. */
    Person acting();

    /** The login name of whoever had taken the task by which a promise is kept on when it was due; empty if nobody had. */
    Optional<String> havingTaken(Commitment commitment);
}
