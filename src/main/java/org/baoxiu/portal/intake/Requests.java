package org.baoxiu.portal.intake;

import java.time.Instant;
import java.util.Base64;
import org.baoxiu.portal.Reporting;
import org.baoxiu.slip.Area;
import org.baoxiu.slip.Channel;
import org.baoxiu.slip.Rejection;
import org.baoxiu.slip.Report;
import org.baoxiu.slip.Signatory;
import org.baoxiu.slip.Telephones;
import org.baoxiu.slip.Texts;

/** What a client sends, as its JSON has it. Whatever is missing is a {@link Rejection}; the steps check the rest. */
final class Requests {

  private Requests() {
  }

  /** @param another whether it is another fault than the one that is open at the same place */
  record NewRepair(String office, Area area, String place, String fault, String convenientTime, String name, String phone,
                   boolean another) {

    Report report(Instant now) {
      return new Report(line(office, "office", "管理处"), Channel.API, area == null ? Area.INSIDE : area,
          line(name, "name", "报修人"), Telephones.checked("联系电话", line(phone, "phone", "联系电话")),
          line(place, "place", "地点"),
          Reporting.fault(text(fault, "fault", "故障情况"), convenientTime == null ? "" : Texts.lines(convenientTime)), now);
    }
  }

  /** What the owner says, in the owner's words. */
  record Words(String words) {

    String need() {
      return text(words, "words", "业主的话");
    }
  }

  record Consent(Decision decision, Long quote, String name, boolean deputy, boolean noiseConsent, String words) {

    enum Decision { AGREED, ANOTHER_QUOTE, REFUSED }

    Decision need() {
      return required(decision, "decision", "业主的决定");
    }

    long seen() {
      return required(quote, "quote", "业主看过的报价");
    }

    Signatory signatory() {
      return new Signatory(line(name, "name", "同意人"), deputy);
    }

    String reason() {
      return text(words, "words", "原因");
    }
  }

  record Acceptance(Decision decision, Integer round, String name, boolean deputy, boolean functionRestored,
                    boolean siteCleared, String signature, String words) {

    enum Decision { ACCEPTED, REJECTED }

    Decision need() {
      return required(decision, "decision", "业主的决定");
    }

    int seen() {
      return required(round, "round", "业主看过的维修结果");
    }

    Signatory signatory() {
      return new Signatory(line(name, "name", "签字人"), deputy);
    }

    byte[] drawn() {
      try {
        return Base64.getDecoder().decode(required(signature, "signature", "签字"));
      } catch (IllegalArgumentException e) {
        throw Rejection.invalid("字段 signature（签字）要填 PNG 图片的 Base64。");
      }
    }

    String reason() {
      return text(words, "words", "不合格的原因");
    }
  }

  /** A text that is printed in one line. */
  private static String line(String value, String field, String label) {
    if (required(value, field, label).chars().anyMatch(Character::isISOControl)) {
      throw Rejection.invalid("字段 " + field + "（" + label + "）只能有一行，不能有换行等控制字符。");
    }
    return Texts.line(value);
  }

  /** Several lines. */
  private static String text(String value, String field, String label) {
    return Texts.lines(required(value, field, label));
  }

  private static <T> T required(T value, String field, String label) {
    if (value == null || value instanceof String text && Texts.isBlank(text)) {
      throw Rejection.invalid("缺少字段 " + field + "（" + label + "）。");
    }
    return value;
  }
}
