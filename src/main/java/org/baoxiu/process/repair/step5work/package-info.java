/** Step 5, repair (S5, 4.3.4). */
@NullMarked
package org.baoxiu.process.repair.step5work;

import org.jspecify.annotations.NullMarked;
