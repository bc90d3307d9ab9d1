package org.baoxiu.shared;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Telephone numbers as people write them: one rule for every door. */
public final class Telephones {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final String HERE = "CN";
    private static final int LONGEST = 30;
    /** Of the mainland, in the plan of numbers of which Hong Kong, Macao and Taiwan have their own. */
    private static final int MAINLAND = 86;

    /** Seven or eight digits that are dialled within the town. */
    private static final Pattern LOCAL = Pattern.compile("[2-8]\\d{6,7}");

    private static final Pattern EXTENSION =
            Pattern.compile("(.*\\d)\\D{0,2}(?:转|分机号?|ext\\.?|[x#-]) ?\\d{1,6}", Pattern.CASE_INSENSITIVE);
    private static final Pattern COUNTRY = Pattern.compile("^(?:00)?86(?=1[3-9]\\d{9}$|0\\d{9,11}$)");
    private static final Pattern DASHES = Pattern.compile("[－—–−‐‑‒―]+");
    private static final Pattern WRITTEN = Pattern.compile("[0-9+\\-() ./·,、转分机号extEXT#]+");

    private Telephones() {}

    /** Without blanks around it, in one width, otherwise as it was typed; what cannot be dialled is a {@link Rejection}. */
    public static String checked(String label, String typed) {
        String telephone = Texts.line(typed);
        if (telephone.length() > LONGEST || !canBeDialled(telephone)) {
            throw Rejection.invalid("“" + label + "”不正确：请填写能拨通的号码，如 11 位手机号、带区号的座机号（分机写“转 801”）；境外号码以 + 和国家代码开头。");
        }
        return telephone;
    }

    static boolean canBeDialled(String telephone) {
        return e164(telephone).isPresent()
                || LOCAL.matcher(digits(plain(telephone))).matches() && written(telephone);
    }

    /** As it is dialled from anywhere, such as {@code +8613800138000}, without an extension; empty for a number within the town. */
    public static Optional<String> e164(String telephone) {
        return number(telephone).map(number -> NUMBERS.format(number, PhoneNumberFormat.E164));
    }

    /** What two spellings of one number have in common. */
    public static String key(String telephone) {
        return e164(telephone).orElseGet(() -> digits(plain(telephone)));
    }

    /**
     * The digits of a number without the code of its country, the 0 before its area and an extension; of the part of one that
     * somebody remembers, all digits.
     */
    public static String national(String typed) {
        return number(typed)
                .map(NUMBERS::getNationalSignificantNumber)
                .orElseGet(() -> COUNTRY.matcher(digits(Texts.line(typed))).replaceFirst(""));
    }

    /** The eleven digits of a mobile number of the mainland, to which a text message can be sent; empty for anything else. */
    public static Optional<String> mobile(String telephone) {
        return number(telephone)
                .filter(number ->
                        number.getCountryCode() == MAINLAND && NUMBERS.getNumberType(number) == PhoneNumberType.MOBILE)
                .map(NUMBERS::getNationalSignificantNumber);
    }

    private static Optional<PhoneNumber> number(String telephone) {
        if (!written(telephone)) {
            return Optional.empty();
        }
        String plain = plain(telephone);
        Optional<PhoneNumber> whole = valid(plain);
        Matcher extended = EXTENSION.matcher(plain);
        return whole.isPresent() || !extended.matches() ? whole : valid(extended.group(1));
    }

    private static Optional<PhoneNumber> valid(String plain) {
        try {
            PhoneNumber number = NUMBERS.parse(plain, HERE);
            return Optional.of(number).filter(NUMBERS::isValidNumber);
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** The library takes the digits out of any text; a text with a number in it is not a number. */
    private static boolean written(String telephone) {
        return WRITTEN.matcher(plain(telephone)).matches();
    }

    /** The signs that a Chinese input method writes, as a keyboard has them. */
    private static String plain(String telephone) {
        String line = Texts.line(telephone)
                .replace('（', '(')
                .replace('）', ')')
                .replace('＋', '+')
                .replace('．', '.')
                .replace('＃', '#');
        return DASHES.matcher(line).replaceAll("-");
    }

    private static String digits(String plain) {
        return plain.replaceAll("\\D", "");
    }

    /** For a link: what there is to dial, and behind a comma, at which a telephone pauses, an extension. */
    public static String dialled(String telephone) {
        return plain(telephone).replaceFirst("转|,|分机号?|(?<=\\d-\\d{7,8})-", ",").replaceAll("[^\\d+,]", "");
    }

    /** Enough for its owner to see which telephone will ring. */
    public static String masked(String telephone) {
        String digits = digits(Texts.line(telephone));
        int shown = Math.min(3, digits.length() / 3);
        return digits.substring(0, shown) + "****"
                + digits.substring(digits.length() - Math.min(4, digits.length() / 2));
    }

    /** A place or a fault without the numbers that somebody has put into it, for texts that others see. */
    public static String hiddenIn(String words) {
        return WrittenTelephones.hiddenIn(words);
    }
}
