package org.baoxiu.shared;

import java.time.Duration;

/** How long something takes, in the one unit that tells enough from across the room. */
public final class TimeText {

    private TimeText() {}

    /** Behind words, which a space separates from a number only. */
    public static String after(String words, Duration time) {
        String text = of(time);
        return words + (Character.isDigit(text.charAt(0)) ? " " : "") + text;
    }

    /** Minutes up to two hours, hours up to two days, then days; its sign is left out, and what is less than a unit cut off. */
    public static String of(Duration time) {
        Duration length = time.abs();
        if (length.toMinutes() == 0) {
            return "不到 1 分钟";
        }
        if (length.toHours() < 2) {
            return length.toMinutes() + " 分钟";
        }
        return length.toDays() < 2 ? length.toHours() + " 小时" : length.toDays() + " 天";
    }
}
