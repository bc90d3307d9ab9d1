/** Step 4, dispatch (S4, 4.3.3). */
package org.baoxiu.process.repair.step4dispatch;
