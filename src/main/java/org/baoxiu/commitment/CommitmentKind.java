package org.baoxiu.commitment;

/** What the office promises (4.5.1, 4.6, 5, Q1, 4.2). How long each may take is in the decision table of service commitments. */
public enum CommitmentKind {
  REGISTRATION("登记"), NOTIFICATION("通知维修班"), ARRIVAL("到场"), REPAIR("修理完毕"), IMPORTANT_REPAIR("重要维修修好"),
  RESULT_REPORT("反馈结果"), DEFERRAL_CALL("告知业主并约定时间"), PROMISED_TIME("按约定时间修好"), FIRST_ANSWER("答复业主"),
  ONE_DAY("一天内解决"), TWO_WEEKS("两周内解决"), ACCIDENT_ANSWER("主任答复业主"), ACCIDENT_SOLUTION("解决事故"),
  VERIFICATION("核查公共维修"), MONTH_HAND_OVER("月度移交");

  private final String label;

  CommitmentKind(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** A miss of these raises the class (4.2.2, 4.2.1.3): the role that then handles the slip is told by that. */
  public boolean raisesClass() {
    return this == ONE_DAY || this == TWO_WEEKS;
  }

  /** These run over the request as a whole, from its receipt on and whatever is paused meanwhile. */
  public boolean wholeRequest() {
    return this == FIRST_ANSWER || raisesClass();
  }
}
