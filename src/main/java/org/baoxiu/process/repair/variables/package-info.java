/** The variables of a case, computed anew from the slip after every step, and the dates of its timers. */
package org.baoxiu.process.repair.variables;
