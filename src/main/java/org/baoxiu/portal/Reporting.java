package org.baoxiu.portal;

import java.util.Optional;
import org.baoxiu.slip.Rejection;
import org.baoxiu.slip.Report;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.Slips;
import org.springframework.stereotype.Component;

/** What holds for a report of an owner by whatever door it comes in (S1, S2, 4.2.1.1). */
@Component
public class Reporting {

  private static final int REPORTS_OF_A_TELEPHONE_AN_HOUR = 5;
  private static final String MOBILE = "(\\+?86)?1[3-9]\\d{9}";
  private static final String LANDLINE = "(0\\d{2,3})?[2-9]\\d{6,7}";

  private final Slips slips;
  private final Throttle throttle;

  Reporting(Slips slips, Throttle throttle) {
    this.slips = slips;
    this.throttle = throttle;
  }

  /** The same telephone, which has to look like one. */
  public static String telephone(String typed) {
    if (!digits(typed).matches(MOBILE + "|" + LANDLINE)) {
      throw Rejection.invalid("“联系电话”不正确：请填写 11 位手机号，或带区号的座机号。");
    }
    return typed;
  }

  /** @param convenient when somebody is at home, or empty */
  public static String fault(String fault, String convenient) {
    return convenient.isEmpty() ? fault : fault + "（方便的时间：" + convenient + "）";
  }

  /** The slip that is open for the same place and telephone: its owner may rather urge. */
  public Optional<Slip> sameFault(Report report) {
    return slips.openAt(report.office(), report.place()).stream()
        .filter(slip -> digits(slip.report().reporterPhone()).equals(digits(report.reporterPhone()))).findFirst();
  }

  /** @throws Throttle.TooManyRequests if this telephone has reported too often within the hour */
  public void count(Report report) {
    throttle.count("report of telephone", digits(report.reporterPhone()), REPORTS_OF_A_TELEPHONE_AN_HOUR);
  }

  private static String digits(String telephone) {
    return telephone.replaceAll("[\\s()+-]", "");
  }
}
