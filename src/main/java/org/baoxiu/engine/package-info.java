/**
 * The engine itself: its configuration, tables, clock and timers, the deployment of models, errors in Chinese. The
 * engine's {@code impl} types belong here; {@code docs/decisions/0003-engine-impl-types.md} has the reason of each.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "commitment", "audit", "dispatch", "people", "words"})
package org.baoxiu.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
