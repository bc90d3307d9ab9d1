/** Pages of the office: board, messages, calls to make, prints, months. */
@NullMarked
package org.baoxiu.web.desk;

import org.jspecify.annotations.NullMarked;
