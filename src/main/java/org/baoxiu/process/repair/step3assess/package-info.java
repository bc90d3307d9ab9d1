/** Step 3, assess (S3, 4.2). */
@NullMarked
package org.baoxiu.process.repair.step3assess;

import org.jspecify.annotations.NullMarked;
