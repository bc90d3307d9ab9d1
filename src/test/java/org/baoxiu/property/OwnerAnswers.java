package org.baoxiu.property;

import static org.baoxiu.workflow.repair.RepairRequestProcess.Elements.ACCEPT_REPAIR;
import static org.baoxiu.workflow.repair.RepairRequestProcess.Elements.OBTAIN_CONSENT;

import java.util.Map;
import java.util.Set;
import org.baoxiu.fee.Fees;
import org.baoxiu.portal.OwnerSteps;
import org.baoxiu.slip.Signatory;
import org.baoxiu.slip.Slip;

/** An owner who gives by a page what staff would otherwise fill in: the same answer by another way. */
final class OwnerAnswers {

  static final Set<String> MAY_ANSWER = Set.of(OBTAIN_CONSENT, ACCEPT_REPAIR);

  private final OwnerSteps owner;
  private final Fees fees;

  OwnerAnswers(OwnerSteps owner, Fees fees) {
    this.owner = owner;
    this.fees = fees;
  }

  void answers(Slip slip, Map<String, Object> answer) {
    if (answer.containsKey("consentOutcome")) {
      toQuote(slip.number(), fees.latestQuote(slip.number()).orElseThrow().id(), answer);
    } else if (answer.get("acceptanceOutcome").equals("accepted")) {
      owner.accept(slip.number(), slip.reworks(), signatory(answer, "accepted"), true, true);
    } else {
      owner.reject(slip.number(), slip.reworks(), (String) answer.get("rejectionReason"));
    }
  }

  private void toQuote(String slipNumber, long quote, Map<String, Object> answer) {
    if (answer.get("consentOutcome").equals("agreed")) {
      owner.agree(slipNumber, quote, signatory(answer, "consent"), Boolean.TRUE.equals(answer.get("noiseConsent")));
    } else {
      owner.decline(slipNumber, quote, answer.get("consentOutcome").equals("requote"), (String) answer.get("consentReason"));
    }
  }

  private static Signatory signatory(Map<String, Object> answer, String what) {
    return new Signatory((String) answer.get(what + "By"), "deputy".equals(answer.get(what + "Relation")));
  }
}
