package org.baoxiu.slip;

import java.util.List;
import org.baoxiu.office.Location;
import org.baoxiu.office.PlaceNotes;
import org.baoxiu.office.RegisterChanged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the flat or public place of slips that were opened before the register had it. Their version counts on: whoever is just
 * taking a step on one of them has read it before, and takes it again.
 */
@Component
@Transactional
public class SlipPlaces {

    private static final String PLACE_OF_SLIP =
            " from place p join office o on o.id = p.office_id where o.name = slip.office and ";

    private static final String AS_WRITTEN =
            """
      update slip set place_id = (select p.id %1$s p.place_key = slip.place_key), version = version + 1
       where place_id is null and exists (select 1 %1$s p.place_key = slip.place_key)"""
                    .formatted(PLACE_OF_SLIP);

    private static final String WITHOUT_UNIT =
            """
      update slip set place_id = (select max(p.id) %1$s p.short_key = slip.place_key),
                      place_key = (select max(p.place_key) %1$s p.short_key = slip.place_key), version = version + 1
       where place_id is null and (select count(*) %1$s p.short_key = slip.place_key) = 1"""
                    .formatted(PLACE_OF_SLIP);

    private final JdbcClient database;
    private final PlaceNotes notes;

    SlipPlaces(JdbcClient database, PlaceNotes notes) {
        this.database = database;
        this.notes = notes;
    }

    /**
     * A place of slips that the register does not have, as it was written last, and on how many slips.
     *
     * @param placeKey what its spellings have in common
     */
    public record Unmatched(String office, String placeKey, String place, int slips) {}

    /** @return how many slips have found their place */
    @EventListener(RegisterChanged.class)
    public int match() {
        return database.sql(AS_WRITTEN).update() + database.sql(WITHOUT_UNIT).update();
    }

    /** The places that could not be matched, those of most slips first. */
    public List<Unmatched> unmatched(int most) {
        return database.sql(
                        """
            select office, place_key, max(place) as place, cast(count(*) as int) as slips from slip where place_id is null
             group by office, place_key order by 4 desc, 1, 2 fetch first :most rows only""")
                .param("most", most)
                .query(Unmatched.class)
                .list();
    }

    /**
     * Somebody has said which flat or public place of the register it is that slips name in another way. What is noted of the place
     * goes with them.
     *
     * @return how many slips have found their place
     */
    public int belongs(String office, String placeKey, Location place) {
        int found = database.sql(
                        """
            update slip set place_id = :id, place_key = :key, building = :building, version = version + 1
             where place_id is null and office = :office and place_key = :written""")
                .param("id", place.placeId())
                .param("key", place.placeKey())
                .param("building", place.building())
                .param("office", office)
                .param("written", placeKey)
                .update();
        if (found > 0) {
            notes.move(office, placeKey, place.placeKey());
        }
        return found;
    }
}
