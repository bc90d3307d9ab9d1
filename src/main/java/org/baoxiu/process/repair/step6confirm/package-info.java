/** Step 6, confirm (S6, 4.3.4.8, 4.5.1). */
@NullMarked
package org.baoxiu.process.repair.step6confirm;

import org.jspecify.annotations.NullMarked;
