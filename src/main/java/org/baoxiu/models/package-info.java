/**
 * The models that are active and the gate before them: whatever somebody wants to become active is completed, judged as a whole
 * and compared with what is active, whichever way it comes ({@code docs/decisions/0015-one-gate.md}).
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "audit", "dispatch", "engine", "notification", "people", "slip", "words"})
package org.baoxiu.models;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
