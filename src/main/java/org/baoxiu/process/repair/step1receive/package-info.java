/** Step 1, receive (S1, 4.3.1). */
package org.baoxiu.process.repair.step1receive;
