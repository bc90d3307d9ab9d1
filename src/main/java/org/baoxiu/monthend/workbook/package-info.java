/** The figures of a month as a workbook. */
@NullMarked
package org.baoxiu.monthend.workbook;

import org.jspecify.annotations.NullMarked;
