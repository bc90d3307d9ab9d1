package org.baoxiu.monthend;

import java.time.Instant;
import org.springframework.data.annotation.Id;

/**
 * What the supervisor has done about a cause, signed for one month (4.7.7). Rows are only added.
 *
 * @param id       0 until it is kept
 * @param period   the month as the calendar writes it
 * @param building empty for none, like the code of the item
 */
record CauseMeasure(
        @Id long id,
        String period,
        String office,
        String building,
        String itemCode,
        String cause,
        String done,
        Instant signedAt,
        String signedBy) {}
