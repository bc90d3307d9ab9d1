package org.baoxiu.shared;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds telephone numbers inside other words. What has a unit, a currency or the shape of a date or of a slip's number is none. */
final class WrittenTelephones {

    /** Between the groups of a number. */
    private static final String GAP = "[ \\u00A0\\u3000.．·・。_~\\-－—–−‐‑‒―]{0,2}";

    private static final String SLIP = "[A-Z]{2}\\d{8}[-－—]\\d{6}";
    private static final String DATE =
            "(?<!\\d)(?:19|20)\\d{2}(?:[-/.年](?:1[0-2]|0?[1-9])[-/.月](?:3[01]|[12]\\d|0?[1-9])|"
                    + "(?:1[0-2]|0[1-9])(?:3[01]|[12]\\d|0[1-9]))(?!\\d)";
    private static final String AMOUNT = "[¥￥$] ?\\d[\\d,.]*|(?<![\\d.])\\d+\\.\\d{1,2}(?![\\d.．·\\-－—])";
    private static final String MEASURE =
            "(?<!\\d)(?!1[3-9]\\d{9}(?!\\d))\\d[\\d,]*(?:\\.\\d+)? ?(?:mm|cm|dm|km|m(?![a-z])|毫米|厘米|公分|分米|米|㎜|㎝|㎡|m²|平米|平方|立方"
                    + "|[kK]?[gG](?![a-z])|公斤|千克|克|吨|毫升|升|[mM]?[lL](?![a-z])|[kK]?[wW](?![a-z])|千瓦|[vV](?![a-z])|万?元|块钱|℃|[%％])";
    private static final Pattern LEFT_ALONE = Pattern.compile(SLIP + "|" + DATE + "|" + AMOUNT + "|" + MEASURE);

    private static final String EXTENSION = "(?:" + GAP + "(?:转|分机|ext\\.?|[-－—]) ?\\d{1,6}(?!\\d))?";
    private static final String COUNTRY = "(?:(?:[(（](?:[+＋]|00)?86[)）]|(?:[+＋]|00)?86)" + GAP + ")?";
    private static final String MOBILE =
            "1[3-9]\\d(?:" + GAP + "\\d{4}" + GAP + "\\d{4}|\\d" + GAP + "\\d{3}" + GAP + "\\d{4}|\\d" + GAP + "\\d{4}"
                    + GAP + "\\d{3}|" + GAP + "\\d{3}" + GAP + "\\d{5}|\\d\\d" + GAP + "\\d{6})|1(?:[ .\\-－—]\\d){10}";
    private static final String SERVICE = "[48]00(?:" + GAP + "\\d{3}" + GAP + "\\d{4}|" + GAP + "\\d{4}" + GAP
            + "\\d{3}|" + GAP + "\\d" + GAP + "\\d{3}" + GAP + "\\d{3})";
    private static final String TOWN = "(?:[(（]0\\d{2,3}[)）]|0\\d{2,3})" + GAP + "[1-9]\\d{2,3}" + GAP + "\\d{4}";
    private static final String ABROAD = "(?:[+＋]|(?<!\\d)00)[1-9]\\d{0,2}(?:" + GAP + "\\d){6,12}";
    /** Two rooms or two years with a dash between them begin alike. */
    private static final String LOCAL = "[2-8]\\d{6,7}|([2-8]\\d)\\d{2}" + GAP + "(?!\\1)\\d{4}(?! ?[室号房])";

    private static final Pattern TELEPHONE = Pattern.compile(
            "(?<!\\d)(?:" + COUNTRY + "(?:" + MOBILE + "|" + SERVICE + "|" + TOWN + ")|" + ABROAD + "|" + LOCAL
                    + ")(?!\\d)" + EXTENSION,
            Pattern.CASE_INSENSITIVE);

    private WrittenTelephones() {}

    static String hiddenIn(String words) {
        String figures = withFigures(words);
        Matcher kept = LEFT_ALONE.matcher(figures);
        StringBuilder all = new StringBuilder();
        int from = 0;
        while (kept.find()) {
            hide(figures.substring(from, kept.start()), words.substring(from, kept.start()), all);
            all.append(words, kept.start(), kept.end());
            from = kept.end();
        }
        hide(figures.substring(from), words.substring(from), all);
        return all.toString();
    }

    private static void hide(String figures, String words, StringBuilder all) {
        Matcher telephone = TELEPHONE.matcher(figures);
        int from = 0;
        while (telephone.find()) {
            all.append(words, from, telephone.start()).append('…');
            from = telephone.end();
        }
        all.append(words.substring(from));
    }

    /** The same length, with the digits of a keyboard. */
    private static String withFigures(String words) {
        StringBuilder all = new StringBuilder(words);
        for (int at = 0; at < all.length(); at++) {
            int digit = Character.digit(all.charAt(at), 10);
            if (digit >= 0) {
                all.setCharAt(at, (char) ('0' + digit));
            }
        }
        return all.toString();
    }
}
