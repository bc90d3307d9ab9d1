/** The process {@code repairAccident}. */
package org.baoxiu.process.repair.accident;
