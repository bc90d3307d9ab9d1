package org.baoxiu.web.register;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baoxiu.office.Resident;
import org.jspecify.annotations.Nullable;

/** Somebody of a flat as it was typed into the form; what was not sent is null. */
record TypedPerson(
        @Nullable String kind,
        @Nullable String name,
        @Nullable String telephone,
        @Nullable String others,
        @Nullable String since,
        @Nullable String until,
        @Nullable String note) {

    static TypedPerson of(Resident known) {
        List<String> telephones = known.telephones();
        return new TypedPerson(
                known.kind().label(),
                known.name(),
                telephones.isEmpty() ? null : telephones.get(0),
                String.join("、", telephones.subList(Math.min(1, telephones.size()), telephones.size())),
                known.since() == null ? null : known.since().toString(),
                known.until() == null ? null : known.until().toString(),
                known.note());
    }

    /** By the headings of a list. */
    Map<String, String> cells() {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("身份", kind);
        cells.put("姓名", name);
        cells.put("电话", telephone);
        cells.put("其他电话", others);
        cells.put("起", since);
        cells.put("止", until);
        cells.put("备注", note);
        cells.replaceAll((heading, cell) -> cell == null ? "" : cell);
        return cells;
    }
}
