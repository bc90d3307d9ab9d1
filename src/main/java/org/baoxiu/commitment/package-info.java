/**
 * Promises: how long each thing may take, by the service calendar; the clocks of a slip, when they are due, missed
 * and told; what the board shows of them.
 */
package org.baoxiu.commitment;
