package org.baoxiu.slip;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Telephone numbers as people write them. */
public final class Telephones {

  /** A mobile number in groups or not, or seven digits and more with or without an area code; not a room such as 12-3-1801. */
  private static final Pattern TELEPHONE = Pattern.compile(
      "(?<!\\d)(?:\\+?86[ -]?)?(?:1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}|(?:0\\d{2,3}[ -]?)?\\d{7,8})(?!\\d)");

  private static final Pattern MOBILE = Pattern.compile("(?:\\+?86)?(1[3-9]\\d{9})");

  private Telephones() {
  }

  /** The eleven digits of a mobile number of the mainland, to which a text message can be sent; empty for anything else. */
  public static Optional<String> mobile(String telephone) {
    Matcher mobile = MOBILE.matcher(telephone.replaceAll("[\\s-]", ""));
    return mobile.matches() ? Optional.of(mobile.group(1)) : Optional.empty();
  }

  /** Enough for its owner to see which telephone will ring. */
  public static String masked(String telephone) {
    String digits = telephone.replaceAll("\\D", "");
    int shown = Math.min(3, digits.length() / 3);
    return digits.substring(0, shown) + "****" + digits.substring(digits.length() - Math.min(4, digits.length() / 2));
  }

  /** A place or a fault without the numbers that somebody has put into it, for texts that others see. */
  public static String hiddenIn(String words) {
    return TELEPHONE.matcher(words).replaceAll("…");
  }
}
