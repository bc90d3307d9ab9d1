/** The process {@code repairRequest}: its names, and what all of its steps have in common. */
@NullMarked
package org.baoxiu.process.repair;

import org.jspecify.annotations.NullMarked;
