package org.baoxiu.fee;

import java.math.BigDecimal;
import org.baoxiu.shared.Yuan;

/** Amounts of money in the capitals that a paper with a figure repeats it in, because nobody can alter them: 壹佰零壹元零壹分. */
public final class Capitals {

    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final String[] SECTIONS = {"元", "万", "亿"};
    private static final int FEN_DIGITS = 2;
    private static final BigDecimal LIMIT = BigDecimal.valueOf(1_000_000_000_000L);

    private Capitals() {}

    /**
     * An amount without fen ends with 整; zeros inside are written once, also where they may be left out; what is below zero,
     * such as a refund, begins with 负.
     *
     * @param yuan rounded half up to fen as everywhere; its size is below a trillion (万亿)
     */
    public static String of(BigDecimal yuan) {
        BigDecimal amount = Yuan.toFen(yuan);
        if (amount.abs().compareTo(LIMIT) >= 0) {
            throw new IllegalArgumentException(
                    "no capitals for amounts of a trillion yuan and more: " + yuan.toPlainString());
        }
        if (amount.signum() == 0) {
            return "零元整";
        }
        String words = positive(amount.abs().unscaledValue().toString());
        return amount.signum() < 0 ? "负" + words : words;
    }

    /** @param fen the amount in fen, without leading zeros */
    private static String positive(String fen) {
        StringBuilder words = new StringBuilder();
        boolean gap = false;
        boolean sectionSpoken = false;
        for (int place = fen.length() - 1; place >= 0; place--) {
            int digit = fen.charAt(fen.length() - 1 - place) - '0';
            if (digit > 0) {
                words.append(gap ? "零" : "").append(DIGITS.charAt(digit)).append(unit(place));
                sectionSpoken = true;
            }
            gap = digit == 0;
            if (place >= FEN_DIGITS && (place - FEN_DIGITS) % PLACES.length == 0) {
                words.append(
                        sectionSpoken || place == FEN_DIGITS ? SECTIONS[(place - FEN_DIGITS) / PLACES.length] : "");
                sectionSpoken = false;
            }
        }
        return fen.endsWith("0") ? words.append("整").toString() : words.toString();
    }

    private static String unit(int place) {
        return switch (place) {
            case 0 -> "分";
            case 1 -> "角";
            default -> PLACES[(place - FEN_DIGITS) % PLACES.length];
        };
    }
}
