/** The process {@code technicianRecord}: certificates of technicians. */
package org.baoxiu.workflow.technician;
