/** Step 2, register (S2, 4.3.1, 4.3.2). */
package org.baoxiu.process.repair.step2register;
