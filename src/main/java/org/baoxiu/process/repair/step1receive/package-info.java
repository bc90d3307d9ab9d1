/** Step 1, receive (S1, 4.3.1). */
@NullMarked
package org.baoxiu.process.repair.step1receive;

import org.jspecify.annotations.NullMarked;
