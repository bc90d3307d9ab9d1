package org.baoxiu.office;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.baoxiu.shared.OfficeScope;
import org.baoxiu.shared.PlaceName;
import org.baoxiu.shared.Telephones;
import org.baoxiu.shared.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds places of the register by whatever of them somebody has typed: the place, a name, a part of a telephone. */
@Component
@Transactional(readOnly = true)
public class PlaceSearch {

    /** Places on a page. */
    public static final int PAGE = 30;

    private static final Pattern TELEPHONE = Pattern.compile("[0-9+() 转-]{4,}");

    private static final int WHOLE_TELEPHONE = 7;
    /** Without the zeros before them: the last digits of a slip's number are in many telephones. */
    private static final int FEWEST_DIGITS = 4;

    /** Offices looked into at once, the next time so many times more: what is everywhere is found in the first ones. */
    private static final int OFFICES = 8;

    private static final String ORDER =
            " order by p.office_id, p.kind, coalesce(p.building_id, 0), coalesce(p.unit_id, 0), length(p.name), p.name, p.id";

    /** The first ones in their order are chosen before anything else is read of them. */
    private static final String FOUND = "p.id in (select p.id from place p where p.office_id in (:offices)%s" + ORDER
            + " fetch first :most rows only)" + ORDER;

    private static final String BY_PLACE =
            "select id from place where office_id in (:offices) and %s(place_key like :place or short_key like :place or code = :code)";
    private static final String BY_NAME = " union all select place_id from resident where %sname like :name";
    private static final String BY_TELEPHONE =
            " union all select r.place_id from resident r join resident_telephone t on t.resident_id = r.id"
                    + " where %st.telephone_key like :telephone";

    private final JdbcClient database;
    private final RegisterGrams grams;
    private final Clock clock;

    PlaceSearch(JdbcClient database, RegisterGrams grams, Clock clock) {
        this.database = database;
        this.grams = grams;
        this.clock = clock;
    }

    /** @param people who has to do with it today, with the telephone to be tried first */
    public record Found(Place place, List<String> people) {}

    /** @param more whether there is another page after this one */
    public record Page(List<Found> found, boolean more) {}

    /**
     * @param office to look in, empty for all
     * @param typed  empty for everything
     * @param page   from 0
     */
    public Page find(String office, String typed, int page) {
        return find(office, typed, page, true);
    }

    /** @param seen whether whoever asks may see people: otherwise nothing is found by them either */
    public Page find(String office, String typed, int page, boolean seen) {
        return find(office, typed, page, seen, OfficeScope.COMPANY);
    }

    /** @param scope the offices whose places are found, whatever {@code office} asks for */
    public Page find(String office, String typed, int page, boolean seen, OfficeScope scope) {
        String text = Texts.line(typed);
        PlaceName place = PlaceName.of(office, text);
        String digits = seen ? telephone(text, place) : "";
        JdbcClient.StatementSpec first = database.sql(
                        PlaceRegister.PLACE + FOUND.formatted(saying(text, seen, !digits.isEmpty())))
                // 3栋 is not the end of 13栋
                .param("place", (place.building().isEmpty() ? "%" : "") + like(place.key()) + "%")
                .param("placeGrams", RegisterGrams.of(place.key()))
                .param("code", place.key())
                .param("name", "%" + like(text) + "%")
                .param("nameGrams", RegisterGrams.of(text))
                .param("telephone", "%" + digits + "%")
                .param("telephoneGrams", RegisterGrams.of(digits));
        List<Place> places = firstOf(offices(office, scope), page * PAGE + PAGE + 1, first);
        List<Place> shown = places.stream().skip((long) page * PAGE).limit(PAGE).toList();
        Map<Long, List<String>> people = seen ? people(shown) : Map.of();
        return new Page(
                shown.stream()
                        .map(one -> new Found(one, people.getOrDefault(one.id(), List.of())))
                        .toList(),
                places.size() > (page + 1) * PAGE);
    }

    private List<Long> offices(String office, OfficeScope scope) {
        return database.sql("select o.id from office o where (:office = '' or o.name = :office) and "
                        + scope.condition("o.name") + " order by o.id")
                .param("offices", scope.parameter())
                .param("office", office)
                .query(Long.class)
                .list();
    }

    /** @param first asks for the first ones of some offices */
    private static List<Place> firstOf(List<Long> offices, int most, JdbcClient.StatementSpec first) {
        List<Place> places = new ArrayList<>();
        int from = 0;
        for (int many = OFFICES; from < offices.size() && places.size() < most; many *= OFFICES) {
            int until = Math.min(offices.size(), from + many);
            places.addAll(first.param("offices", offices.subList(from, until))
                    .param("most", most - places.size())
                    .query(PlaceRegister::read)
                    .list());
            from = until;
        }
        return places;
    }

    /** Which places these are; empty for all. */
    private String saying(String text, boolean names, boolean telephones) {
        return text.isEmpty()
                ? ""
                : " and p.id in ("
                        + BY_PLACE.formatted(grams.condition(RegisterGrams.PLACE, "placeGrams"))
                        + (names ? BY_NAME.formatted(grams.condition(RegisterGrams.NAME, "nameGrams")) : "")
                        + (telephones
                                ? BY_TELEPHONE.formatted(
                                        grams.condition("t." + RegisterGrams.TELEPHONE, "telephoneGrams"))
                                : "")
                        + ")";
    }

    /** Flats of whoever has a telephone today, whatever its spelling; two are enough to know that it is not one. */
    public List<Place> flatsOf(String telephone) {
        return database.sql(
                        PlaceRegister.PLACE
                                + """
            p.kind = 'FLAT' and p.id in (
              select r.place_id from resident r join resident_telephone t on t.resident_id = r.id
               where t.telephone_key = :key and (r.since is null or r.since <= :today) and (r.until is null or r.until >= :today))
             order by p.id fetch first 2 rows only""")
                .param("key", Telephones.key(telephone))
                .param("today", LocalDate.now(clock))
                .query(PlaceRegister::read)
                .list();
    }

    /** 3-2-501 is a flat, and the last digits of no telephone. */
    private static String telephone(String text, PlaceName place) {
        String digits =
                TELEPHONE.matcher(text).matches() ? Telephones.national(text).replaceFirst("^0+", "") : "";
        return digits.length() < (place.isFlat() ? WHOLE_TELEPHONE : FEWEST_DIGITS) ? "" : digits;
    }

    private Map<Long, List<String>> people(List<Place> places) {
        Map<Long, List<String>> people = new HashMap<>();
        if (!places.isEmpty()) {
            LocalDate today = LocalDate.now(clock);
            database.sql(
                            """
                select r.place_id, r.name, t.telephone from resident r
                  left join resident_telephone t on t.resident_id = r.id and t.position = 0
                 where r.place_id in (:places) and (r.since is null or r.since <= :today) and (r.until is null or r.until >= :today)
                 order by r.place_id, r.kind desc, r.id""")
                    .param("places", places.stream().map(Place::id).toList())
                    .param("today", today)
                    .query(row -> {
                        String telephone = row.getString("telephone");
                        people.computeIfAbsent(row.getLong("place_id"), id -> new ArrayList<>())
                                .add(row.getString("name") + (telephone == null ? "" : " " + telephone));
                    });
        }
        return people;
    }

    private static String like(String text) {
        return text.replaceAll("[\\\\%_]", "\\\\$0");
    }

    /** How many flats each office has that has any. */
    public Map<String, Integer> flats() {
        Map<String, Integer> flats = new LinkedHashMap<>();
        database.sql("select o.name, cast(count(*) as int) as flats from place p join office o on o.id = p.office_id"
                        + " where p.kind = 'FLAT' group by o.id, o.name order by o.id")
                .query(row -> {
                    flats.put(row.getString("name"), row.getInt("flats"));
                });
        return flats;
    }
}
