/** Timers of the promises: limits asked of the decision table, a clock that is due, who is told. */
@NullMarked
package org.baoxiu.process.repair.clock;

import org.jspecify.annotations.NullMarked;
