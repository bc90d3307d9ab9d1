/** The process {@code repairAccident}. */
@NullMarked
package org.baoxiu.process.repair.accident;

import org.jspecify.annotations.NullMarked;
