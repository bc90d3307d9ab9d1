package org.baoxiu.slip;

/** Words of people inside the Markdown that forms show: they appear as they were written. */
public final class Markdown {

  private Markdown() {
  }

  public static String plain(String words) {
    return plain(words, Integer.MAX_VALUE);
  }

  /** The same, cut so that no more than {@code max} characters of Markdown are left: a variable of a process holds 4,000. */
  public static String plain(String words, int max) {
    String all = escaped(words);
    if (all.length() <= max) {
      return all;
    }
    StringBuilder cut = new StringBuilder();
    for (int character : words.codePoints().toArray()) {
      String next = escaped(Character.toString(character));
      if (cut.length() + next.length() >= max) {
        break;
      }
      cut.append(next);
    }
    return cut.append('…').toString();
  }

  private static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replaceAll("([\\\\`*_\\[\\]#|~])", "\\\\$1").replaceAll("\\s*\\R\\s*", " ");
  }
}
