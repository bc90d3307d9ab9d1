/** The process {@code monthEnd}, and the reminder of public work before the 25th. */
package org.baoxiu.process.month;
