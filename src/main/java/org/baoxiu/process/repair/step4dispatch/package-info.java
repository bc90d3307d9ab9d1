/** Step 4, dispatch (S4, 4.3.3). */
@NullMarked
package org.baoxiu.process.repair.step4dispatch;

import org.jspecify.annotations.NullMarked;
