/** Step 7, follow up (S7, 4.3.6). */
@NullMarked
package org.baoxiu.process.repair.step7followup;

import org.jspecify.annotations.NullMarked;
