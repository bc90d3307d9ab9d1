package org.baoxiu.property;

import static org.baoxiu.process.repair.RepairRequestProcess.Elements.ACCEPT_REPAIR;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.CALL_BACK_OWNER;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.OBTAIN_CONSENT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baoxiu.web.owner.OwnersPhone;

/**
 * An owner who gives by a page what staff would otherwise fill in: the same answer by another way.
 *
 * @param action of the page
 * @param fields names and values, one after the other
 */
record OwnerAnswers(String action, String... fields) {

    static final Set<String> MAY_ANSWER = Set.of(OBTAIN_CONSENT, ACCEPT_REPAIR, CALL_BACK_OWNER);

    /** Whether the page has a form for it. */
    static boolean canSay(Map<String, Object> answer) {
        return !"notReached".equals(answer.get("callBackOutcome"))
                && !Boolean.TRUE.equals(answer.get("conductComplaint"));
    }

    static OwnerAnswers of(Map<String, Object> answer) {
        if (answer.containsKey("consentOutcome")) {
            return toQuote(answer);
        }
        if (answer.containsKey("callBackOutcome")) {
            return new OwnerAnswers(
                    "rate",
                    "fixed",
                    (String) answer.getOrDefault("faultFixed", "yes"),
                    "score",
                    (String) answer.get("score"),
                    "words",
                    (String) answer.getOrDefault("ownerWords", ""));
        }
        if (answer.get("acceptanceOutcome").equals("rejected")) {
            return new OwnerAnswers("reject", "words", (String) answer.get("rejectionReason"));
        }
        List<String> fields = signed(answer, "accepted");
        fields.addAll(List.of("restored", "on", "cleared", "on", "signature", OwnersPhone.signature()));
        return new OwnerAnswers("accept", fields.toArray(String[]::new));
    }

    private static OwnerAnswers toQuote(Map<String, Object> answer) {
        if (!answer.get("consentOutcome").equals("agreed")) {
            return new OwnerAnswers(
                    "decline",
                    "answer",
                    answer.get("consentOutcome").equals("requote") ? "another" : "no",
                    "words",
                    (String) answer.get("consentReason"));
        }
        List<String> fields = signed(answer, "consent");
        if (Boolean.TRUE.equals(answer.get("noiseConsent"))) {
            fields.addAll(List.of("noise", "on"));
        }
        return new OwnerAnswers("agree", fields.toArray(String[]::new));
    }

    private static List<String> signed(Map<String, Object> answer, String what) {
        List<String> fields = new ArrayList<>(List.of("name", (String) answer.get(what + "By")));
        if ("deputy".equals(answer.get(what + "Relation"))) {
            fields.addAll(List.of("deputy", "on"));
        }
        return fields;
    }
}
