package org.baoxiu.web.setup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the office as typed into the form; what was not sent is null.
 *
 * @param group         labels of the groups that were ticked
 * @param office        names of the offices that were ticked; none for the whole company
 * @param qualification labels of qualifications, one for each line of certificates; {@code number} and {@code expires} likewise
 */
record TypedStaff(
        @Nullable String login,
        @Nullable String name,
        @Nullable String email,
        @Nullable List<String> group,
        @Nullable List<String> office,
        @Nullable List<String> qualification,
        @Nullable List<String> number,
        @Nullable List<String> expires) {

    private static final int CERTIFICATES = 3;

    static final TypedStaff NOBODY = new TypedStaff(null, null, null, null, null, null, null, null);

    record Certificate(String qualification, String number, String expires) {

        private boolean blank() {
            return (qualification + number + expires).isBlank();
        }
    }

    public boolean in(String label) {
        return group != null && group.contains(label);
    }

    public boolean of(String name) {
        return office != null && office.contains(name);
    }

    /** As many lines as the form has. */
    public List<Certificate> certificates() {
        List<Certificate> lines = new ArrayList<>();
        for (int i = 0; i < CERTIFICATES; i++) {
            lines.add(new Certificate(at(qualification, i), at(number, i), at(expires, i)));
        }
        return lines;
    }

    private static String at(@Nullable List<String> texts, int index) {
        return texts == null || index >= texts.size() ? "" : texts.get(index);
    }

    /** By the headings of a list, a line for each certificate. */
    List<Map<String, String>> lines() {
        List<Map<String, String>> lines = certificates().stream()
                .filter(one -> !one.blank())
                .map(this::line)
                .toList();
        return lines.isEmpty() ? List.of(line(new Certificate("", "", ""))) : lines;
    }

    private Map<String, String> line(Certificate certificate) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("登录名", Objects.requireNonNullElse(login, ""));
        cells.put("姓名", Objects.requireNonNullElse(name, ""));
        cells.put("邮箱", Objects.requireNonNullElse(email, ""));
        cells.put("岗位", group == null ? "" : String.join("、", group));
        cells.put("管理处", office == null ? "" : String.join("、", office));
        cells.put("资质", certificate.qualification());
        cells.put("证书编号", certificate.number());
        cells.put("有效期", certificate.expires());
        return cells;
    }
}
