/**
 * Months: which slips and promises are in them, their figures and workbook, how they are frozen, handed over and
 * received.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "slip", "commitment", "dispatch", "fee"})
package org.baoxiu.monthend;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
