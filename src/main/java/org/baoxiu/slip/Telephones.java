package org.baoxiu.slip;

import java.util.regex.Pattern;

/** Telephone numbers that somebody has put into a place or a fault, for texts that others see. */
public final class Telephones {

  /** A mobile number in groups or not, or seven digits and more with or without an area code; not a room such as 12-3-1801. */
  private static final Pattern TELEPHONE = Pattern.compile(
      "(?<!\\d)(?:\\+?86[ -]?)?(?:1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}|(?:0\\d{2,3}[ -]?)?\\d{7,8})(?!\\d)");

  private Telephones() {
  }

  public static String hiddenIn(String words) {
    return TELEPHONE.matcher(words).replaceAll("…");
  }
}
