/** The process {@code repairRequest}: its names, and what all of its steps have in common. */
package org.baoxiu.process.repair;
