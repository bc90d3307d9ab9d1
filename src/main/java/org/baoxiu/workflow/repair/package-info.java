/**
 * The processes {@code repairRequest} and {@code repairAccident}: their names, and the listeners and delegates of
 * each step. A step translates a form into a call of the record, and leaves the variables as the slip then is.
 */
package org.baoxiu.workflow.repair;
