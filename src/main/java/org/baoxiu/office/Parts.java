package org.baoxiu.office;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.baoxiu.shared.PlaceName;
import org.baoxiu.shared.Telephones;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Buildings, units and public places of the register, and who lives in them. */
@Component
@Transactional(readOnly = true)
public class Parts {

    private static final Set<String> WHOLE = Set.of("整个小区", "全小区", "小区", "全部");

    /** More than a number or a single sign. */
    private static final Pattern NAMED = Pattern.compile("(?=.{2}).*\\p{L}.*");

    private static final String ALL =
            """
      select b.id as building, cast(null as bigint) as unit, cast(null as bigint) as place, b.name as building_name, '' as unit_name,
             '' as name, b.building_key, '' as unit_key, 1 as rank_ from building b join office o on o.id = b.office_id where o.name = :office
      union all
      select b.id, u.id, null, b.name, u.name, '', b.building_key, u.unit_key, 2
        from unit u join building b on b.id = u.building_id join office o on o.id = b.office_id where o.name = :office
      union all
      select b.id, u.id, p.id, coalesce(b.name, ''), coalesce(u.name, ''), p.name, b.building_key, coalesce(u.unit_key, ''), 3
        from place p join office o on o.id = p.office_id left join building b on b.id = p.building_id left join unit u on u.id = p.unit_id
       where o.name = :office and p.kind = 'PUBLIC'
       order by 9, 1, 2, 3""";

    private static final String LIVING =
            """
      select r.id, r.name, t.telephone from resident r join resident_telephone t on t.resident_id = r.id
        join place p on p.id = r.place_id join office o on o.id = p.office_id
       where (r.since is null or r.since <= :today) and (r.until is null or r.until >= :today) and %s order by r.id, t.position""";

    private final JdbcClient database;
    private final PlaceRegister places;
    private final Clock clock;

    Parts(JdbcClient database, PlaceRegister places, Clock clock) {
        this.database = database;
        this.places = places;
        this.clock = clock;
    }

    /**
     * Somebody with mobile telephones.
     *
     * @param id      of the register
     * @param mobiles at least one, the first to be used
     */
    public record Reachable(long id, String name, List<String> mobiles) {}

    /** Buildings, then units, then public places. */
    public List<Part> of(String office) {
        return database.sql(ALL).param("office", office).query(Parts::read).list();
    }

    /** What somebody has written: a building, a unit with its building, a public place also by its short code, or the whole community. */
    public Optional<Part> find(String office, String typed) {
        String text = typed.strip();
        if (WHOLE.contains(text)) {
            return Optional.of(Part.WHOLE);
        }
        Location at = places.locate(office, text);
        String key = PlaceName.of(office, text).key();
        return of(office).stream()
                .filter(part -> part.label().equals(text)
                        || part.place() != null && part.place().equals(at.placeId())
                        || part.place() == null
                                && key.equals(Objects.requireNonNullElse(part.inside(), part.buildingKey())))
                .findFirst();
    }

    /**
     * A place that the register does not have, in the building or unit of the register that it says.
     *
     * @return empty for a flat and for what names no place
     */
    public Optional<Part> unlisted(String office, String typed) {
        PlaceName name = PlaceName.of(office, typed);
        if (name.isFlat() || !NAMED.matcher(name.key()).matches()) {
            return Optional.empty();
        }
        List<Part> inBuilding = of(office).stream()
                .filter(part -> part.place() == null && name.building().equals(part.buildingKey()))
                .toList();
        List<Part> units =
                inBuilding.stream().filter(part -> part.unit() != null).toList();
        Optional<Part> within = name.unit().isEmpty() || units.isEmpty()
                ? inBuilding.stream().filter(part -> part.unit() == null).findFirst()
                : units.stream()
                        .filter(part -> (name.building() + name.unit()).equals(part.inside()))
                        .findFirst();
        return Optional.of(Part.said(
                office,
                typed,
                within.map(Part::building).orElse(null),
                within.map(Part::unit).orElse(null)));
    }

    /** Owners and occupants of today; whoever shares a mobile telephone with another of them counts once, however many flats they have. */
    public List<Reachable> living(String office, Collection<Part> parts) {
        Set<Long> buildings = new HashSet<>(Set.of(-1L));
        Set<Long> units = new HashSet<>(Set.of(-1L));
        for (Part part : parts) {
            if (part.unit() != null) {
                units.add(part.unit());
            } else if (part.building() != null) {
                buildings.add(part.building());
            }
        }
        Set<String> told = new HashSet<>();
        return reachable(
                        "o.name = :office and p.kind = 'FLAT'"
                                + " and (:whole or p.building_id in (:buildings) or p.unit_id in (:units))",
                        Map.of(
                                "office",
                                office,
                                "whole",
                                parts.stream().anyMatch(Part::whole),
                                "buildings",
                                buildings,
                                "units",
                                units))
                .stream()
                .filter(one -> Collections.disjoint(told, one.mobiles()) && told.addAll(one.mobiles()))
                .toList();
    }

    /** One of them, if they are there today. */
    public Optional<Reachable> living(long id) {
        return reachable("r.id = :id", Map.of("id", id)).stream().findFirst();
    }

    private List<Reachable> reachable(String which, Map<String, Object> parameters) {
        Map<Long, Reachable> found = new LinkedHashMap<>();
        database.sql(LIVING.formatted(which))
                .params(parameters)
                .param("today", LocalDate.now(clock))
                .query(row -> {
                    String name = row.getString("name");
                    long id = row.getLong("id");
                    Telephones.mobile(row.getString("telephone")).ifPresent(mobile -> found.computeIfAbsent(
                                    id, one -> new Reachable(id, name, new ArrayList<>()))
                            .mobiles()
                            .add(mobile));
                });
        return List.copyOf(found.values());
    }

    /** With the columns of a building, a unit and a public place beside each other; all empty for the whole community. */
    public static Part read(ResultSet row, int number) throws SQLException {
        String building = row.getString("building_key");
        String unit = row.getString("unit_key");
        Long buildingId = id(row, "building");
        Long placeId = id(row, "place");
        if (buildingId == null && placeId == null) {
            return Part.WHOLE;
        }
        return new Part(
                buildingId,
                id(row, "unit"),
                placeId,
                label(row),
                building,
                building == null || unit.isEmpty() ? null : building + unit,
                null);
    }

    private static String label(ResultSet row) throws SQLException {
        return numbered(row.getString("building_name"), "栋")
                + numbered(row.getString("unit_name"), "单元")
                + row.getString("name");
    }

    /** Lists often have the bare numbers. */
    private static String numbered(String part, String sign) {
        return !part.isEmpty() && part.chars().allMatch(Character::isDigit) ? part + sign : part;
    }

    private static @Nullable Long id(ResultSet row, String column) throws SQLException {
        long id = row.getLong(column);
        return row.wasNull() ? null : id;
    }
}
