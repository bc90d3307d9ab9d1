/**
 * Months: which slips and promises are in them, their figures and workbook, how they are frozen, handed over and
 * received.
 */
@ApplicationModule(allowedDependencies = {"shared", "slip", "commitment", "dispatch", "fee"})
package org.baoxiu.monthend;

import org.springframework.modulith.ApplicationModule;
