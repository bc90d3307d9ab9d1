/** The figures of a month as a workbook. */
package org.baoxiu.monthend.workbook;
