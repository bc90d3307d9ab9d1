/** The process {@code monthEnd}, and the reminder of public work before the 25th. */
@NullMarked
package org.baoxiu.process.month;

import org.jspecify.annotations.NullMarked;
