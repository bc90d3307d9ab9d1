/** The variables of a case, computed anew from the slip after every step, and the dates of its timers. */
@NullMarked
package org.baoxiu.process.repair.variables;

import org.jspecify.annotations.NullMarked;
