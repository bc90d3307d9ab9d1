package org.baoxiu.slip;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Points in time as people here write them. */
public final class Times {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("M月d日 HH:mm");

  private Times() {
  }

  public static String minute(Instant time) {
    return time.atZone(ZoneId.systemDefault()).format(MINUTE);
  }
}
