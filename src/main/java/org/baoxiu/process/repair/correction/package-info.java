/** The process by which whoever may register puts an open slip right, or marks it as mistaken (4.3.1). */
@NullMarked
package org.baoxiu.process.repair.correction;

import org.jspecify.annotations.NullMarked;
