package org.baoxiu.workflow.engine;

import java.util.Set;

/** What the engine's history has to keep, or need not keep, of the processes of one part of the application. */
public interface KeptByHistory {

  /** Variables whose past values are kept as well as the last one. */
  Set<String> pastValues();

  /** Ids of decisions whose answers the application's own record tells. */
  Set<String> decisionsToldElsewhere();
}
