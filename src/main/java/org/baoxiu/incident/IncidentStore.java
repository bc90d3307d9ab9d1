package org.baoxiu.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.baoxiu.incident.Drafting.Draft;
import org.baoxiu.office.Part;
import org.baoxiu.office.Parts;
import org.baoxiu.shared.LocalTimes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The tables of incidents. */
@Component
class IncidentStore {

    private static final String INCIDENT =
            """
      select i.*, (select count(distinct c.telephone_key) from incident_caller c where c.incident_id = i.id) as callers
        from incident i
       where """
                    + " ";

    private static final String PARTS =
            """
      select i.incident_id, i.said, b.id as building, u.id as unit, p.id as place, coalesce(b.name, '') as building_name,
             coalesce(u.name, '') as unit_name, coalesce(p.name, '') as name, b.building_key, coalesce(u.unit_key, '') as unit_key
        from incident_place i left join place p on p.id = i.place_id left join building b on b.id = coalesce(i.building_id, p.building_id)
             left join unit u on u.id = coalesce(i.unit_id, p.unit_id)
       where i.incident_id in (:ids) order by i.incident_id, i.position""";

    private final JdbcClient database;

    IncidentStore(JdbcClient database) {
        this.database = database;
    }

    Optional<Incident> find(long id) {
        return list("i.id = :id", Map.of("id", id)).stream().findFirst();
    }

    /** What is not over, of one office or of all, in the order of its beginning. */
    List<Incident> open(String officeOrEmpty) {
        return list(
                "i.ended_at is null and (:office = '' or i.office = :office) order by i.begins_at, i.id",
                Map.of("office", officeOrEmpty));
    }

    List<Incident> latestEnded(int most) {
        return list(
                "i.ended_at is not null order by i.ended_at desc, i.id desc fetch first :most rows only",
                Map.of("most", most));
    }

    private List<Incident> list(String which, Map<String, Object> parameters) {
        List<Incident> bare = database.sql(INCIDENT + which)
                .params(parameters)
                .query((row, number) -> read(row, List.of()))
                .list();
        if (bare.isEmpty()) {
            return List.of();
        }
        Map<Long, String> offices = bare.stream().collect(Collectors.toMap(Incident::id, Incident::office));
        Map<Long, List<Part>> parts = new HashMap<>();
        database.sql(PARTS)
                .param("ids", bare.stream().map(Incident::id).toList())
                .query(row -> {
                    long id = row.getLong("incident_id");
                    parts.computeIfAbsent(id, one -> new ArrayList<>()).add(part(row, offices.getOrDefault(id, "")));
                });
        return bare.stream()
                .map(one -> one.at(parts.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static Part part(ResultSet row, String office) throws SQLException {
        String said = row.getString("said");
        return said == null
                ? Parts.read(row, 0)
                : Part.said(office, said, row.getObject("building", Long.class), row.getObject("unit", Long.class));
    }

    private static Incident read(ResultSet row, List<Part> parts) throws SQLException {
        return new Incident(
                row.getLong("id"),
                row.getString("office"),
                row.getString("what"),
                row.getBoolean("planned"),
                LocalTimes.instant(row, "begins_at"),
                LocalTimes.instantOrNull(row, "expected_at"),
                LocalTimes.instantOrNull(row, "ended_at"),
                row.getString("slip_number"),
                LocalTimes.instant(row, "declared_at"),
                row.getString("declared_by"),
                row.getInt("version"),
                parts,
                row.getInt("callers"));
    }

    long insert(Draft draft, Instant now, String by) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        database.sql(
                        """
            insert into incident (office, what, planned, begins_at, expected_at, slip_number, declared_at, declared_by, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, 0)""")
                .params(
                        draft.office(),
                        draft.what(),
                        draft.planned(),
                        LocalTimes.local(draft.beginsAt()),
                        LocalTimes.localOrNull(draft.expectedAt()),
                        draft.slipNumber(),
                        LocalTimes.local(now),
                        by)
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        insert(id, draft.parts());
        return id;
    }

    private void insert(long id, List<Part> parts) {
        int position = 0;
        for (Part part : parts) {
            boolean publicPlace = part.place() != null;
            database.sql(
                            "insert into incident_place (incident_id, position, building_id, unit_id, place_id, said) values (?, ?, ?, ?, ?, ?)")
                    .params(
                            id,
                            position++,
                            publicPlace ? null : part.building(),
                            publicPlace ? null : part.unit(),
                            part.place(),
                            part.said() == null ? null : part.label())
                    .update();
        }
    }

    /** @return whether nobody has changed or ended it since that version */
    boolean update(long id, int version, Draft draft) {
        boolean changed = database.sql(
                                """
            update incident set what = ?, begins_at = ?, expected_at = ?, slip_number = ?, version = version + 1
             where id = ? and version = ? and ended_at is null""")
                        .params(
                                draft.what(),
                                LocalTimes.local(draft.beginsAt()),
                                LocalTimes.localOrNull(draft.expectedAt()),
                                draft.slipNumber(),
                                id,
                                version)
                        .update()
                == 1;
        if (changed) {
            database.sql("delete from incident_place where incident_id = ?")
                    .param(id)
                    .update();
            insert(id, draft.parts());
        }
        return changed;
    }

    /** @return whether it was not over before */
    boolean end(long id, Instant now) {
        return database.sql("update incident set ended_at = ?, version = version + 1 where id = ? and ended_at is null")
                        .params(LocalTimes.local(now), id)
                        .update()
                == 1;
    }

    /** @return whether it was not over before, and this is still its end */
    boolean endAsPlanned(long id, Instant expected) {
        return database.sql(
                                """
            update incident set ended_at = expected_at, version = version + 1
             where id = ? and expected_at = ? and ended_at is null""")
                        .params(id, LocalTimes.local(expected))
                        .update()
                == 1;
    }

    /** @return whether nobody has been told before that this expected end has passed */
    boolean toldThatItHasPassed(long id, Instant expected) {
        return database.sql(
                                """
            update incident set passed_told_for = expected_at
             where id = ? and expected_at = ? and ended_at is null
               and (passed_told_for is null or passed_told_for <> expected_at)""")
                        .params(id, LocalTimes.local(expected))
                        .update()
                == 1;
    }
}
