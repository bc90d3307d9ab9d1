package org.baoxiu.owner;

import java.math.BigDecimal;
import java.util.Optional;
import org.baoxiu.fee.Amounts;
import org.baoxiu.fee.Fees;
import org.baoxiu.fee.Quote;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Telephones;
import org.baoxiu.shared.Yuan;
import org.baoxiu.slip.Signatory;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.Slips;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether the link to a slip, or the word of a client's application, is enough to agree to a quote (4.3.4.4). A link can be forwarded, and an account of an
 * application may be somebody else's: more than the amount that the office has set is
 * agreed to by whoever has the owner's telephone in hand, or in the office's own steps.
 */
@Component
public class ConsentByLink {

    /** What it takes to agree. */
    public enum Way {
        /** Likewise the application of a client. */
        LINK,
        /** A code that is sent to the telephone of the slip. */
        CODE,
        /** No code can be sent: on the technician's phone, or by a call of the clerk. */
        OFFICE
    }

    private final Fees fees;
    private final Slips slips;
    private final OwnerSteps steps;
    private final CodesOfOwners codes;
    private final BigDecimal enough;

    /** @param enough yuan, up to which a link is enough */
    ConsentByLink(
            Fees fees,
            Slips slips,
            OwnerSteps steps,
            CodesOfOwners codes,
            @Value("${baoxiu.consent.by-link-up-to}") BigDecimal enough) {
        if (enough.signum() < 0) {
            throw new IllegalArgumentException("baoxiu.consent.by-link-up-to is an amount in yuan, 0 or more");
        }
        this.fees = fees;
        this.slips = slips;
        this.steps = steps;
        this.codes = codes;
        this.enough = enough;
    }

    /** In yuan, as people write it. */
    public String enough() {
        return Yuan.text(enough);
    }

    /** For the quote that waits for the owner's answer. */
    public Way way(Slip slip) {
        return fees.latestQuote(slip.number()).map(quote -> way(slip, quote)).orElse(Way.LINK);
    }

    private Way way(Slip slip, Quote quote) {
        Amounts amounts = quote.amounts();
        if (amounts != null && amounts.ownerPays().compareTo(enough) <= 0) {
            return Way.LINK;
        }
        return codes.reach(slip.report().reporterPhone()) ? Way.CODE : Way.OFFICE;
    }

    /** @throws Throttle.TooManyRequests if this telephone was sent too many within the hour */
    public void sendCode(Slip slip, long quoteSeen) {
        Quote quote = seen(slip, quoteSeen)
                .filter(one -> one.consentOutcome() == null && way(slip, one) == Way.CODE)
                .orElseThrow(() -> Rejection.outOfTurn(slip.number(), "现在不用验证码。请看最新的进展。"));
        codes.send(
                consent(slip, quoteSeen),
                slip.report().reporterPhone(),
                "同意维修单 " + slip.number() + " 的报价 " + yuan(quote),
                true);
    }

    /**
     * Agrees to the quote that the owner has seen, in the caller's transaction.
     *
     * @param code as it was typed, empty without one
     */
    public void agree(Slip slip, long quoteSeen, Signatory signatory, boolean noiseConsent, String code) {
        Optional<Quote> quote = seen(slip, quoteSeen);
        Way way = quote.map(one -> way(slip, one)).orElse(Way.LINK);
        if (way == Way.OFFICE) {
            throw Rejection.forbidden("报价超过 " + enough() + "，要由业主本人确认，在这里不能同意。请在维修人员的手机上确认，或打电话给客服，由客服代为登记。");
        }
        if (way == Way.CODE) {
            codes.redeem(consent(slip, quoteSeen), slip.report().reporterPhone(), code);
        }
        steps.agree(slip.number(), quoteSeen, signatory, noiseConsent);
        if (way == Way.CODE) {
            slips.note(
                    slip.number(),
                    Person.owner(),
                    5,
                    "4.3.4.4",
                    "报价 " + quote.map(ConsentByLink::yuan).orElse("") + " 由发到 "
                            + Telephones.masked(slip.report().reporterPhone()) + " 的验证码确认");
        }
    }

    private Optional<Quote> seen(Slip slip, long quote) {
        return fees.quotes(slip.number()).stream()
                .filter(one -> one.id() == quote)
                .findFirst();
    }

    private static String yuan(Quote quote) {
        Amounts amounts = quote.amounts();
        return amounts == null ? "" : Yuan.text(amounts.ownerPays());
    }

    private static String consent(Slip slip, long quote) {
        return "consent " + slip.number() + " " + quote;
    }
}
