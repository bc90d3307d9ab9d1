package org.baoxiu.office;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.baoxiu.office.RegisterPlan.PlaceRow;
import org.baoxiu.office.RegisterPlan.ResidentRow;
import org.baoxiu.shared.PlaceName;
import org.baoxiu.shared.Telephones;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register in its tables, many rows at a time. Whoever writes holds the offices, so that ids are given by one at a time. */
@Repository
class RegisterStore {

    /** More places than this are not named one by one in a question: the whole register is read. */
    private static final int NAMED = 200;

    private static final String OF_LINES =
            " join office o on o.id = p.office_id where o.name in (:offices) and (:all or p.place_key in (:keys))";

    private final JdbcClient database;
    private final JdbcTemplate batches;

    RegisterStore(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    /** Until the end of the transaction nobody else writes. */
    void lock() {
        database.sql("select id from office order by id for update")
                .query(Long.class)
                .list();
    }

    /** A plan that knows what the register says about the places of these lines. */
    RegisterPlan plan(Collection<RegisterLine> lines) {
        RegisterPlan plan = new RegisterPlan(offices(), highest("place"), highest("resident"));
        if (!lines.isEmpty()) {
            Map<String, Object> asked = new HashMap<>();
            List<String> keys = lines.stream()
                    .map(RegisterLine::key)
                    .distinct()
                    .limit(NAMED + 1)
                    .toList();
            asked.put(
                    "offices",
                    lines.stream().map(RegisterLine::office).distinct().toList());
            asked.put("all", keys.size() > NAMED || lines.stream().anyMatch(line -> line.code() != null));
            asked.put("keys", keys);
            database.sql("select p.id, p.office_id, p.place_key, p.kind, p.code, p.note from place p" + OF_LINES)
                    .params(asked)
                    .query(row -> {
                        plan.knowPlace(
                                row.getLong("id"),
                                row.getLong("office_id"),
                                row.getString("place_key"),
                                PlaceKind.valueOf(row.getString("kind")),
                                row.getString("code"),
                                row.getString("note"));
                    });
            knowResidents(plan, asked);
        }
        return plan;
    }

    private void knowResidents(RegisterPlan plan, Map<String, Object> asked) {
        Map<Long, List<String>> telephones = new HashMap<>();
        database.sql(
                        "select t.resident_id, t.telephone from resident_telephone t join resident r on r.id = t.resident_id"
                                + " join place p on p.id = r.place_id" + OF_LINES
                                + " order by t.resident_id, t.position")
                .params(asked)
                .query(row -> {
                    telephones
                            .computeIfAbsent(row.getLong("resident_id"), id -> new ArrayList<>())
                            .add(row.getString("telephone"));
                });
        database.sql("select r.id, r.place_id, r.kind, r.name, r.since, r.until, r.note from resident r"
                        + " join place p on p.id = r.place_id" + OF_LINES)
                .params(asked)
                .query(row -> {
                    plan.knowResident(
                            row.getLong("id"),
                            row.getLong("place_id"),
                            resident(row, telephones.getOrDefault(row.getLong("id"), List.of())));
                });
    }

    static Resident resident(ResultSet row, List<String> telephones) throws SQLException {
        return new Resident(
                ResidentKind.valueOf(row.getString("kind")),
                row.getString("name"),
                telephones,
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getString("note"));
    }

    private Map<String, Long> offices() {
        return database
                .sql("select id, name from office")
                .query((row, number) -> Map.entry(row.getString("name"), row.getLong("id")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private long highest(String table) {
        return database.sql("select coalesce(max(id), 0) from " + table)
                .query(Long.class)
                .single();
    }

    void write(RegisterPlan plan) {
        Map<List<Object>, Long> buildings = buildings(plan.newPlaces());
        Map<List<Object>, Long> units = units(plan.newPlaces(), buildings);
        batch(
                "insert into place (id, office_id, kind, building_id, unit_id, name, code, place_key, short_key, note)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                plan.newPlaces().stream().map(place -> row(place, buildings, units)));
        batch(
                "update place set code = ?, note = ? where id = ?",
                plan.changedPlaces().stream().map(place -> new Object[] {place.code(), place.note(), place.id()}));
        batch(
                "insert into resident (since, until, note, id, place_id, kind, name) values (?, ?, ?, ?, ?, ?, ?)",
                plan.newResidents().stream().map(RegisterStore::row));
        batch(
                "update resident set since = ?, until = ?, note = ? where id = ?",
                plan.changedResidents().stream().map(RegisterStore::row).map(row -> Arrays.copyOf(row, 4)));
        batch(
                "delete from resident_telephone where resident_id = ?",
                plan.changedResidents().stream().map(resident -> new Object[] {resident.id()}));
        batch(
                "insert into resident_telephone (resident_id, position, telephone, telephone_key) values (?, ?, ?, ?)",
                Stream.concat(plan.newResidents().stream(), plan.changedResidents().stream())
                        .flatMap(RegisterStore::telephones));
    }

    private static Object[] row(PlaceRow place, Map<List<Object>, Long> buildings, Map<List<Object>, Long> units) {
        RegisterLine line = place.line();
        Long building = buildings.get(building(place));
        return new Object[] {
            place.id(),
            place.office(),
            line.kind().name(),
            building,
            building == null
                    ? null
                    : units.get(List.<Object>of(building, line.name().unit())),
            line.place(),
            place.code(),
            line.key(),
            line.shortKey(),
            place.note()
        };
    }

    private static Object[] row(ResidentRow row) {
        Resident resident = row.resident();
        return new Object[] {
            resident.since(),
            resident.until(),
            resident.note(),
            row.id(),
            row.place(),
            resident.kind().name(),
            resident.name()
        };
    }

    private static Stream<Object[]> telephones(ResidentRow row) {
        List<String> telephones = row.resident().telephones();
        return IntStream.range(0, telephones.size()).mapToObj(position ->
                new Object[] {row.id(), position, telephones.get(position), Telephones.key(telephones.get(position))});
    }

    private static List<Object> building(PlaceRow place) {
        return List.of(place.office(), place.line().name().building());
    }

    /** Those of these places, the new ones among them put down. */
    private Map<List<Object>, Long> buildings(List<PlaceRow> places) {
        Map<List<Object>, Long> known = known("select id, office_id, building_key from building");
        Map<List<Object>, String> missing = new LinkedHashMap<>();
        places.stream()
                .filter(place -> place.line().building() != null)
                .filter(place -> !known.containsKey(building(place)))
                .forEach(place ->
                        missing.putIfAbsent(building(place), place.line().building()));
        number(missing, known, "building");
        batch(
                "insert into building (id, office_id, building_key, name) values (?, ?, ?, ?)",
                missing.entrySet().stream().map(one -> row(one, known)));
        return known;
    }

    private Map<List<Object>, Long> units(List<PlaceRow> places, Map<List<Object>, Long> buildings) {
        Map<List<Object>, Long> known = known("select id, building_id, unit_key from unit");
        Map<List<Object>, String> missing = new LinkedHashMap<>();
        for (PlaceRow place : places) {
            PlaceName name = place.line().name();
            if (place.line().unit() != null) {
                List<Object> key = List.of(buildings.get(building(place)), name.unit());
                if (!known.containsKey(key)) {
                    missing.putIfAbsent(key, place.line().unit());
                }
            }
        }
        number(missing, known, "unit");
        batch(
                "insert into unit (id, building_id, unit_key, name) values (?, ?, ?, ?)",
                missing.entrySet().stream().map(one -> row(one, known)));
        return known;
    }

    private static Object[] row(Map.Entry<List<Object>, String> one, Map<List<Object>, Long> ids) {
        return new Object[] {
            ids.get(one.getKey()), one.getKey().get(0), one.getKey().get(1), one.getValue()
        };
    }

    private void number(Map<List<Object>, String> missing, Map<List<Object>, Long> known, String table) {
        long id = highest(table);
        for (List<Object> key : missing.keySet()) {
            known.put(key, ++id);
        }
    }

    private Map<List<Object>, Long> known(String select) {
        Map<List<Object>, Long> known = new HashMap<>();
        database.sql(select).query(row -> {
            known.put(List.of(row.getLong(2), row.getString(3)), row.getLong(1));
        });
        return known;
    }

    private void batch(String sql, Stream<Object[]> rows) {
        List<Object[]> all = rows.toList();
        if (!all.isEmpty()) {
            batches.batchUpdate(sql, all);
        }
    }
}
