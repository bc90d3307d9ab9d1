/** Step 5, repair (S5, 4.3.4). */
package org.baoxiu.process.repair.step5work;
