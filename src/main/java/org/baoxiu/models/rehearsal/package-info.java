/**
 * Drafts of rules, forms and diagrams on trial: the set runs in a process of its own, in which the named cases are gone through with typed
 * answers ({@code docs/decisions/0023-a-rehearsal-is-a-process-of-its-own.md}). {@link org.baoxiu.models.rehearsal.Rehearsals} is the office's
 * side, {@link org.baoxiu.models.rehearsal.RehearsalStage} that of the process.
 */
@NullMarked
@NamedInterface("rehearsal")
package org.baoxiu.models.rehearsal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
