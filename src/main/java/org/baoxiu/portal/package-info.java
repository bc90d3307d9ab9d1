/**
 * Pages of the application itself: those of owners, the tasks on a phone, the board, messages, months and prints.
 * They know no engine.
 */
package org.baoxiu.portal;
