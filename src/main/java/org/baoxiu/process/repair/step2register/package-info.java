/** Step 2, register (S2, 4.3.1, 4.3.2). */
@NullMarked
package org.baoxiu.process.repair.step2register;

import org.jspecify.annotations.NullMarked;
