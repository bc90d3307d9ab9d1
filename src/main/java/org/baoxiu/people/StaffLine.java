package org.baoxiu.people;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.baoxiu.dispatch.Qualification;
import org.baoxiu.shared.OfficeGroup;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Texts;
import org.baoxiu.shared.TypedTime;
import org.jspecify.annotations.Nullable;

/**
 * One line of a list of people: somebody, and at most one of their certificates.
 *
 * @param offices     by name, to belong to besides those that are known; whoever belongs to none works for the whole company
 * @param email       null leaves the one that is known
 * @param certificate null in a line without one
 */
record StaffLine(
        String login,
        String name,
        Set<OfficeGroup> groups,
        Set<String> offices,
        @Nullable String email,
        @Nullable Proof certificate) {

    /** @param expiresOn last day on which it counts */
    record Proof(Qualification qualification, String number, LocalDate expiresOn) {}

    /**
     * @param cells by their headings
     * @throws Rejection with the reason why this line cannot be meant
     */
    static StaffLine read(Map<String, String> cells, LocalDate today) {
        for (StaffColumn column : StaffColumn.values()) {
            require(
                    text(cells, column).length() <= column.longest(),
                    "“" + column.heading() + "”最多 " + column.longest() + " 个字。");
        }
        String login = text(cells, StaffColumn.LOGIN);
        String name = text(cells, StaffColumn.NAME);
        String email = text(cells, StaffColumn.EMAIL);
        require(!login.isEmpty(), "没有填“登录名”。");
        require(!name.isEmpty(), "没有填“姓名”。");
        require(email.isEmpty() || isAddress(email), "邮箱地址不正确，请只填一个完整的地址，例如 name@example.com。");
        Set<OfficeGroup> groups = groups(text(cells, StaffColumn.GROUPS));
        Proof certificate = certificate(cells, today);
        require(
                certificate == null || groups.contains(OfficeGroup.MAINTENANCE),
                "有资质的，“岗位”要有“" + OfficeGroup.MAINTENANCE.label() + "”。");
        return new StaffLine(
                login,
                name,
                groups,
                listed(text(cells, StaffColumn.OFFICES)),
                email.isEmpty() ? null : email,
                certificate);
    }

    private static Set<OfficeGroup> groups(String typed) {
        Set<OfficeGroup> groups = new LinkedHashSet<>();
        for (String label : listed(typed)) {
            groups.add(Arrays.stream(OfficeGroup.values())
                    .filter(group -> group.label().equals(label))
                    .findFirst()
                    .orElseThrow(() -> Rejection.invalid("没有“" + label + "”这个岗位，可以填：" + StaffColumn.groups() + "。")));
        }
        require(!groups.isEmpty(), "没有填“岗位”，可以填：" + StaffColumn.groups() + "。");
        return groups;
    }

    private static Set<String> listed(String typed) {
        return Arrays.stream(typed.split("[、,，;；]"))
                .map(Texts::line)
                .filter(one -> !one.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static @Nullable Proof certificate(Map<String, String> cells, LocalDate today) {
        String label = text(cells, StaffColumn.QUALIFICATION);
        String number = text(cells, StaffColumn.NUMBER);
        String expires = text(cells, StaffColumn.EXPIRES);
        if (label.isEmpty()) {
            require(number.isEmpty() && expires.isEmpty(), "有证书编号或有效期，没有“资质”。");
            return null;
        }
        Qualification qualification = Arrays.stream(Qualification.values())
                .filter(one -> one.label().equals(label))
                .findFirst()
                .orElseThrow(
                        () -> Rejection.invalid("没有“" + label + "”这项资质，可以填：" + StaffColumn.qualifications() + "。"));
        require(!number.isEmpty() && !expires.isEmpty(), "有资质的要填“证书编号”和“有效期”。");
        LocalDate day = TypedTime.dayWithYear(expires)
                .orElseThrow(() -> Rejection.invalid("“有效期”的日期看不懂：“" + expires + "”，请写成 2027-12-31 这样。"));
        Qualification.checkExpiry(day, today);
        return new Proof(qualification, number, day);
    }

    private static boolean isAddress(String address) {
        try {
            return new InternetAddress(address, true).getAddress().equals(address);
        } catch (AddressException e) {
            return false;
        }
    }

    private static String text(Map<String, String> cells, StaffColumn column) {
        return Texts.line(cells.getOrDefault(column.heading(), ""));
    }

    private static void require(boolean satisfied, String otherwise) {
        if (!satisfied) {
            throw Rejection.invalid(otherwise);
        }
    }
}
