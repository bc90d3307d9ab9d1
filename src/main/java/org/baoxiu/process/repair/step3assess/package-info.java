/** Step 3, assess (S3, 4.2). */
package org.baoxiu.process.repair.step3assess;
