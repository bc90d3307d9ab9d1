package org.baoxiu.commitment;

import java.util.Optional;
import org.baoxiu.slip.Person;

/** Who keeps the promises of customer service that are one clerk's (4.7.1). */
public interface Clerks {

  /** Whoever does what is happening now. */
  Person acting();

  /** The login name of whoever has the task by which a promise is kept; empty while nobody has taken it on. */
  Optional<String> havingTaken(Commitment commitment);
}
