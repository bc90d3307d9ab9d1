/**
 * Drafts of rules, forms and diagrams on trial: the set runs in a process of its own, in which the named cases are gone through with typed
 * answers ({@code docs/decisions/0023-a-rehearsal-is-a-process-of-its-own.md}). {@link org.baoxiu.rehearsal.Rehearsals} is the office's side,
 * {@link org.baoxiu.rehearsal.RehearsalStage} that of the process.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "slip", "dispatch", "people", "engine", "models"})
package org.baoxiu.rehearsal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
