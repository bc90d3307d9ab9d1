package org.baoxiu.web.card;

import org.baoxiu.shared.Rejection;
import org.baoxiu.slip.Caller;
import org.baoxiu.web.desk.CardAddress;

/** The forms of a card that are about an open slip: each slip has its own. */
final class CallForm {

    private CallForm() {}

    /**
     * What tells it from the other forms of its page.
     *
     * @param kind at most five letters
     * @throws Rejection if that is no number of a slip
     */
    static String of(String kind, String slip) {
        String number = Caller.slipNumber(slip).orElseThrow(() -> Rejection.invalid("没有这张维修单，请重新打开这一处的卡片。"));
        return kind + " " + number.replaceAll("\\D", "");
    }

    /** @param taken whether it had not been sent before */
    static String sent(String card, boolean taken, String slip) {
        return "redirect:" + CardAddress.asking(card, taken ? "called" : "repeated", slip);
    }
}
