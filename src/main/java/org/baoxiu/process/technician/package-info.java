/** The process {@code technicianRecord}: certificates of technicians. */
@NullMarked
package org.baoxiu.process.technician;

import org.jspecify.annotations.NullMarked;
