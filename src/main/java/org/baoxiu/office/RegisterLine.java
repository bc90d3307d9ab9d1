package org.baoxiu.office;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.baoxiu.shared.PlaceName;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Telephones;
import org.baoxiu.shared.Texts;
import org.baoxiu.shared.TypedTime;
import org.jspecify.annotations.Nullable;

/**
 * One line of a list: a place, and at most one of its people.
 *
 * @param name     its normal form
 * @param note     of the place; null where none is given, which leaves the one that is there
 * @param resident null in a line about the place alone
 */
record RegisterLine(
        String office,
        PlaceKind kind,
        @Nullable String building,
        @Nullable String unit,
        String place,
        @Nullable String code,
        PlaceName name,
        @Nullable String note,
        @Nullable Resident resident) {

    /** @throws Rejection with the reason why this line cannot be meant */
    static RegisterLine read(Map<RegisterColumn, String> cells) {
        Map<RegisterColumn, String> texts = new EnumMap<>(RegisterColumn.class);
        cells.forEach((column, cell) -> texts.put(column, Texts.line(cell)));
        return new Reader(texts).line();
    }

    String key() {
        return name.key();
    }

    /** By which a flat is found without its unit; null where it has none. */
    @Nullable
    String shortKey() {
        return kind == PlaceKind.FLAT && unit != null ? name.withoutUnit() : null;
    }

    /** @param cells in the form of {@link Texts} */
    private record Reader(Map<RegisterColumn, String> cells) {

        RegisterLine line() {
            Arrays.stream(RegisterColumn.values()).forEach(this::checkLength);
            String office = required(RegisterColumn.OFFICE, "没有填“管理处”。");
            String flat = text(RegisterColumn.FLAT);
            String place = text(RegisterColumn.PUBLIC_PLACE);
            if (flat != null && place == null) {
                return flat(office, flat);
            }
            if (place != null && flat == null) {
                return publicPlace(office, place);
            }
            throw Rejection.invalid("“房号”和“公共部位”要填一个，也只填一个。");
        }

        private RegisterLine flat(String office, String flat) {
            String building = required(RegisterColumn.BUILDING, "有“房号”的要填“楼栋”。");
            String unit = text(RegisterColumn.UNIT);
            require(text(RegisterColumn.CODE) == null, "“短码”只用于公共部位，请删去。");
            PlaceName name = PlaceName.ofParts(building, unit == null ? "" : unit, flat);
            require(!name.building().isEmpty() && !(name.flat() + name.rest()).isEmpty(), "“楼栋”和“房号”要有数字或文字。");
            Resident resident = resident();
            return new RegisterLine(
                    office,
                    PlaceKind.FLAT,
                    building,
                    unit,
                    flat,
                    null,
                    name,
                    resident == null ? text(RegisterColumn.NOTE) : null,
                    resident);
        }

        private RegisterLine publicPlace(String office, String place) {
            String building = text(RegisterColumn.BUILDING);
            String unit = text(RegisterColumn.UNIT);
            require(unit == null || building != null, "有“单元”的要填“楼栋”。");
            require(
                    Stream.of(
                                    RegisterColumn.KIND,
                                    RegisterColumn.NAME,
                                    RegisterColumn.TELEPHONE,
                                    RegisterColumn.MORE_TELEPHONES,
                                    RegisterColumn.SINCE,
                                    RegisterColumn.UNTIL)
                            .allMatch(column -> text(column) == null),
                    "公共部位没有业主和住户，请删去这一行的身份、姓名、电话和起止。");
            String code = text(RegisterColumn.CODE);
            PlaceName where =
                    building == null ? PlaceName.of(place) : PlaceName.ofParts(building, unit == null ? "" : unit, "");
            String rest = building == null ? where.rest() : PlaceName.of(place).key();
            require(!(where.key() + rest).isEmpty(), "“公共部位”要有数字或文字。");
            return new RegisterLine(
                    office,
                    PlaceKind.PUBLIC,
                    building,
                    unit,
                    place,
                    code == null ? null : PlaceName.of(code).key(),
                    new PlaceName(where.building(), where.unit(), where.flat(), rest),
                    text(RegisterColumn.NOTE),
                    null);
        }

        private @Nullable Resident resident() {
            String name = text(RegisterColumn.NAME);
            String kind = text(RegisterColumn.KIND);
            if (name == null) {
                require(
                        Stream.of(
                                        RegisterColumn.KIND,
                                        RegisterColumn.TELEPHONE,
                                        RegisterColumn.MORE_TELEPHONES,
                                        RegisterColumn.SINCE,
                                        RegisterColumn.UNTIL)
                                .allMatch(column -> text(column) == null),
                        "有身份、电话或起止，没有“姓名”。");
                return null;
            }
            return new Resident(
                    ResidentKind.labelled(kind).orElseThrow(() -> Rejection.invalid("“身份”请填“业主”或“住户”。")),
                    name,
                    telephones(),
                    day(RegisterColumn.SINCE),
                    day(RegisterColumn.UNTIL),
                    text(RegisterColumn.NOTE));
        }

        private List<String> telephones() {
            String more = text(RegisterColumn.MORE_TELEPHONES);
            List<String> telephones = Stream.concat(
                            Stream.ofNullable(text(RegisterColumn.TELEPHONE)),
                            more == null ? Stream.empty() : Arrays.stream(more.split("[、,，;；]")))
                    .filter(telephone -> !Texts.isBlank(telephone))
                    .map(telephone -> Telephones.checked("电话", telephone))
                    .toList();
            require(
                    telephones.size() < 2
                            || telephones.stream()
                                            .map(Telephones::key)
                                            .distinct()
                                            .count()
                                    == telephones.size(),
                    "同一个电话写了两遍，请删去一个。");
            return telephones;
        }

        private @Nullable LocalDate day(RegisterColumn column) {
            String typed = text(column);
            if (typed == null) {
                return null;
            }
            return TypedTime.dayWithYear(typed)
                    .orElseThrow(() ->
                            Rejection.invalid("“" + column.heading() + "”的日期看不懂：“" + typed + "”，请写成 2020-05-01 这样。"));
        }

        private void checkLength(RegisterColumn column) {
            String text = text(column);
            require(
                    text == null || text.length() <= column.longest(),
                    "“" + column.heading() + "”最多 " + column.longest() + " 个字。");
        }

        /** Null for nothing that anybody could read. */
        private @Nullable String text(RegisterColumn column) {
            String text = cells.get(column);
            return text == null || text.isEmpty() ? null : text;
        }

        private String required(RegisterColumn column, String otherwise) {
            String text = text(column);
            if (text == null) {
                throw Rejection.invalid(otherwise);
            }
            return text;
        }

        private static void require(boolean satisfied, String otherwise) {
            if (!satisfied) {
                throw Rejection.invalid(otherwise);
            }
        }
    }
}
