/**
 * Months: which slips and promises are in them, their figures and workbook, how they are frozen, handed over and
 * received.
 */
package org.baoxiu.monthend;
