/** Lists of slips for the office: filtered, sorted, in chosen columns; on paper and as a workbook. */
@NullMarked
package org.baoxiu.web.lists;

import org.jspecify.annotations.NullMarked;
