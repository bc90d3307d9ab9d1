package org.baoxiu.office;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.baoxiu.shared.PlaceName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The flats and public places of the register, and the people of a flat. What people write is recognised here. */
@Component
@Transactional
public class PlaceRegister {

    static final String PLACE =
            """
      select p.id, p.kind, o.name as office, b.name as building, u.name as unit, p.name, p.code, p.place_key, p.note
        from place p join office o on o.id = p.office_id left join building b on b.id = p.building_id
             left join unit u on u.id = p.unit_id"""
                    + " where ";

    /** As it is written; a flat without its unit, if that can be only one; a public place by its short code. */
    private static final String RECOGNISED =
            """
      select p.id, p.place_key, b.building_key from (
        select id, 1 as rank_ from place where office_id = (select id from office where name = :office) and place_key = :key
        union all
        select min(id), 2 from place where office_id = (select id from office where name = :office) and short_key = :key
        having count(*) = 1
        union all
        select id, 3 from place where office_id = (select id from office where name = :office) and code = :key
      ) found join place p on p.id = found.id left join building b on b.id = p.building_id
       order by found.rank_ fetch first 1 row only""";

    private final JdbcClient database;

    PlaceRegister(JdbcClient database) {
        this.database = database;
    }

    /** Where a place is that somebody has written, whether the register has it or not. */
    public Location locate(String office, String text) {
        PlaceName name = PlaceName.of(office, text);
        return database.sql(RECOGNISED)
                .param("office", office)
                .param("key", name.key())
                .query((row, number) ->
                        new Location(row.getString("place_key"), row.getString("building_key"), row.getLong("id")))
                .optional()
                .orElseGet(() -> new Location(name.key(), name.building().isEmpty() ? null : name.building(), null));
    }

    public Optional<Place> place(long id) {
        return database.sql(PLACE + "p.id = ?")
                .param(id)
                .query(PlaceRegister::read)
                .optional();
    }

    /** The public places of an office, by name. */
    public List<Place> publicPlaces(String office) {
        return database.sql(PLACE + "o.name = ? and p.kind = 'PUBLIC' order by p.place_key")
                .param(office)
                .query(PlaceRegister::read)
                .list();
    }

    static Place read(ResultSet row, int number) throws SQLException {
        return new Place(
                row.getLong("id"),
                PlaceKind.valueOf(row.getString("kind")),
                row.getString("office"),
                row.getString("building"),
                row.getString("unit"),
                row.getString("name"),
                row.getString("code"),
                row.getString("place_key"),
                row.getString("note"));
    }

    /** All people of a flat, also of former times, owners first. */
    public List<Resident> residents(long placeId) {
        return listed("place_id", placeId).stream()
                .map(RegisterByHand.Listed::resident)
                .toList();
    }

    /** @param column of the table, by which they are chosen */
    List<RegisterByHand.Listed> listed(String column, long id) {
        return database.sql("select id, place_id, kind, name, since, until, note from resident where " + column
                        + " = ? order by kind desc, id")
                .param(id)
                .query((row, number) -> new RegisterByHand.Listed(
                        row.getLong("id"),
                        row.getLong("place_id"),
                        RegisterStore.resident(row, telephones(row.getLong("id")))))
                .list();
    }

    /** Flats that a place may be which was written without its unit. */
    public List<Place> withoutUnit(String office, String placeKey) {
        return database.sql(PLACE + "o.name = ? and p.short_key = ? order by p.place_key")
                .params(office, placeKey)
                .query(PlaceRegister::read)
                .list();
    }

    private List<String> telephones(long resident) {
        return database.sql("select telephone from resident_telephone where resident_id = ? order by position")
                .param(resident)
                .query(String.class)
                .list();
    }
}
