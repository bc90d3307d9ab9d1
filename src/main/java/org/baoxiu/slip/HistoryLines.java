package org.baoxiu.slip;

/**
 * What a line of the history is about, told by the words that the steps write, as conditions of {@code history_entry h}: for those who look
 * for such lines in many slips at once.
 */
public final class HistoryLines {

    /** What was registered wrongly was put right (4.3.1). */
    public static final String PUT_RIGHT = "h.text like '更正%'";

    /** The slip ended without a repair (S1, 4.3.1). */
    public static final String CALLED_OFF = "(h.text like '业主取消：%' or h.text like '标为误登记：%' or h.text like '并入维修单 %')";

    /** The class went down (4.4.2). */
    public static final String DOWNGRADED = "h.text like '降为日常维修：%'";

    /** Somebody went on with it, or nobody yet (3.3, S4). */
    public static final String HANDED_OVER =
            "(h.text like '% 的%移交给 %：%' or h.text like '%退回小组：%'" + " or h.text like '转单给 %：%' or h.text like '退单：%')";

    /** What somebody wrote about a miss of {@code commitment c} once it was due; the reason follows the first colon. */
    public static final String SAID_OF_MISS = "h.slip_number = c.slip_number and h.occurred_at >= c.due_at"
            + " and h.person <> 'system' and h.clause in (c.clause, '3.3') and h.text like '%：%'";

    /** Whom the application told of a miss of {@code commitment c}; their role follows {@link #TOLD}. */
    public static final String TOLD_OF_MISS = "h.slip_number = c.slip_number and h.occurred_at >= c.due_at"
            + " and h.person = 'system' and h.clause = c.clause and h.text like '%：告知%'";

    public static final String TOLD = "：告知";

    private HistoryLines() {}
}
