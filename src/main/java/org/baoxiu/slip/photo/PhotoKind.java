package org.baoxiu.slip.photo;

/** What a picture of a slip shows, and where in the seven steps it belongs. */
public enum PhotoKind {
  REPORT("报修照片", 5, 1, "S2"), BEFORE("维修前照片", 5, 5, "Q5"), AFTER("维修后照片", 5, 5, "Q5"),
  SIGNATURE("业主签字", 5, 6, "4.3.4.8");

  private final String label;
  private final int most;
  private final int step;
  private final String clause;

  PhotoKind(String label, int most, int step, String clause) {
    this.label = label;
    this.most = most;
    this.step = step;
    this.clause = clause;
  }

  public String label() {
    return label;
  }

  /** How many of this kind one slip may have. */
  public int most() {
    return most;
  }

  int step() {
    return step;
  }

  String clause() {
    return clause;
  }
}
