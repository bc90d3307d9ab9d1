package org.baoxiu.dispatch;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.baoxiu.shared.Groups;
import org.baoxiu.shared.Rejection;
import org.baoxiu.slip.CatalogueItem;

/** What a technician can be certified for (Q3). */
public enum Qualification {
    ELECTRICAL("electrical", "电工"),
    PLUMBING("plumbing", "水暖"),
    CARPENTRY("carpentry", "木工门锁"),
    MASONRY("masonry", "泥瓦防水"),
    AIR_CONDITIONING("airConditioning", "空调"),
    GAS("gas", "燃气"),
    LIFT("lift", "电梯"),
    FIRE_SAFETY("fireSafety", "消防"),
    LOW_VOLTAGE("lowVoltage", "弱电门禁"),
    LANDSCAPING("landscaping", "绿化"),
    GENERAL("general", "综合");

    /** What certificates and licences that never expire have printed on them. */
    public static final LocalDate FOR_LIFE = LocalDate.of(2099, 12, 31);

    private final String code;
    private final String label;

    Qualification(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** @throws Rejection if no qualification has this code */
    public static Qualification of(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code.equals(code))
                .findFirst()
                .orElseThrow(() -> Rejection.invalid("没有代码为“" + code + "”的资质。可用的资质有："
                        + Arrays.stream(values())
                                .map(one -> one.label + "（" + one.code + "）")
                                .collect(Collectors.joining("、"))
                        + "。"));
    }

    /**
     * What whoever goes to a slip must hold: where only a contractor may repair, any of the team secures the place until then.
     *
     * @throws Rejection if there is no such qualification
     */
    public static Qualification toGoTo(CatalogueItem item) {
        return item.contractorOnly() ? GENERAL : of(item.qualification());
    }

    /**
     * Whether a certificate can be recorded today.
     *
     * @param expiresOn last day on which it counts
     * @throws Rejection if that is over, or further away than {@link #FOR_LIFE}
     */
    public static void checkExpiry(LocalDate expiresOn, LocalDate today) {
        if (expiresOn.isBefore(today)) {
            throw Rejection.invalid("证书已于 " + expiresOn + " 到期，不能登记。请核对有效期，或先办理复审换证。");
        }
        if (expiresOn.isAfter(FOR_LIFE)) {
            throw Rejection.invalid("证书的有效期（" + expiresOn + "）太远，请核对年份；长期有效的填 " + FOR_LIFE + "。");
        }
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    /** Group of the people who see the work: general work is open to the whole team. */
    public String group() {
        return this == GENERAL
                ? Groups.MAINTENANCE
                : "skill" + Character.toUpperCase(code.charAt(0)) + code.substring(1);
    }

    /** General work asks for some certificate, whichever it is; everything else for its own. */
    boolean isMetBy(Qualification held) {
        return this == GENERAL || this == held;
    }
}
