/** The process {@code technicianRecord}: certificates of technicians. */
package org.baoxiu.process.technician;
