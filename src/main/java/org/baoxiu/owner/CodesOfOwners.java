package org.baoxiu.owner;

import org.baoxiu.notification.TextCodes;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Telephones;
import org.springframework.stereotype.Component;

/** Codes to the telephones of owners, and how many of them one telephone gets, whatever they are for. */
@Component
class CodesOfOwners {

    private static final int AN_HOUR = 5;

    private final TextCodes codes;
    private final Throttle throttle;

    CodesOfOwners(TextCodes codes, Throttle throttle) {
        this.codes = codes;
        this.throttle = throttle;
    }

    boolean configured() {
        return codes.configured();
    }

    /** Whether a text message can be sent there. */
    boolean reach(String telephone) {
        return codes.configured() && Telephones.mobile(telephone).isPresent();
    }

    /**
     * @param what of this telephone the code opens, and nothing else
     * @param sent see {@link TextCodes#send}
     * @throws Throttle.TooManyRequests if this telephone was sent too many within the hour
     */
    void send(String what, String telephone, String words, boolean sent) {
        throttle.count("code to telephone", Telephones.key(telephone), AN_HOUR);
        codes.send(purpose(what, telephone), telephone, words, sent);
    }

    /** @throws Rejection if the code is wrong, used or too old */
    void redeem(String what, String telephone, String code) {
        if (!codes.redeem(purpose(what, telephone), code)) {
            throw Rejection.invalid("验证码不对或已失效。请核对短信里的 6 位数字；超过 10 分钟或试错 5 次的，请重新获取。");
        }
    }

    private static String purpose(String what, String telephone) {
        return what + " of " + Telephones.key(telephone);
    }
}
