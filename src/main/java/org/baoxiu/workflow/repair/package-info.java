/**
 * The processes {@code repairRequest}, {@code repairAccident} and {@code contractorOrder}: their names, and the listeners and delegates of
 * each step. A step translates a form into a call of the record, and leaves the variables as the slip then is.
 */
package org.baoxiu.workflow.repair;
