package org.baoxiu.web.register;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place as it was typed into the form; what was not sent is null. */
record TypedPlace(
        @Nullable String office,
        @Nullable String building,
        @Nullable String unit,
        @Nullable String flat,
        @Nullable String publicPlace,
        @Nullable String code,
        @Nullable String note) {

    /** By the headings of a list. */
    Map<String, String> cells() {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("管理处", office);
        cells.put("楼栋", building);
        cells.put("单元", unit);
        cells.put("房号", flat);
        cells.put("公共部位", publicPlace);
        cells.put("短码", code);
        cells.put("备注", note);
        cells.replaceAll((heading, cell) -> cell == null ? "" : cell);
        return cells;
    }
}
