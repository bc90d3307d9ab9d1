package org.baoxiu.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.baoxiu.search.Hit.Reporter;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.OfficeScope;
import org.baoxiu.shared.Telephones;
import org.baoxiu.shared.Texts;
import org.baoxiu.slip.SlipState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds slips by any part of a telephone, by flat, name, number, building, item or words of the fault. */
@Service
@Transactional(readOnly = true)
public class SlipSearch {

    static final int MOST = 20;

    /** Longer is nobody's question. */
    private static final int LONGEST = 100;

    private static final String HITS =
            """
      select number, state, opened_at, office, place, place_id, fault, item_name, technician, reporter_name, reporter_phone
        from slip
       where number in (:numbers)""";

    private final SlipTextTable table;
    private final JdbcClient database;

    SlipSearch(SlipTextTable table, JdbcClient database) {
        this.table = table;
        this.database = database;
    }

    /**
     * Of what can be understood in several ways the most precise one that finds something; the newest open slips for nothing at all.
     *
     * @param typed  by somebody who may go on typing
     * @param people whether whoever asks may see reporters: otherwise nothing is found by them either
     */
    public Found find(String typed, boolean people) {
        return find(typed, people, OfficeScope.COMPANY);
    }

    /** @param scope the offices whose slips are found */
    public Found find(String typed, boolean people, OfficeScope scope) {
        if (Texts.isBlank(typed)) {
            return found(table.newestOpen(scope, MOST + 1), people);
        }
        return Reading.of(typed.substring(0, Math.min(LONGEST, typed.length()))).stream()
                .map(reading -> table.find(reading, people, scope, MOST + 1))
                .filter(numbers -> !numbers.isEmpty())
                .findFirst()
                .map(numbers -> found(numbers, people))
                .orElse(Found.NOTHING);
    }

    private Found found(List<String> numbers, boolean people) {
        List<String> shown = numbers.stream().limit(MOST).toList();
        return new Found(hits(shown, people), numbers.size() > MOST);
    }

    private List<Hit> hits(List<String> numbers, boolean people) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        Map<String, Hit> hits =
                database.sql(HITS).param("numbers", numbers).query((row, index) -> hit(row, people)).list().stream()
                        .collect(Collectors.toMap(Hit::number, Function.identity()));
        return numbers.stream().map(hits::get).toList();
    }

    private static Hit hit(ResultSet row, boolean people) throws SQLException {
        return new Hit(
                row.getString("number"),
                SlipState.valueOf(row.getString("state")),
                LocalTimes.instant(row, "opened_at"),
                row.getString("office"),
                seen(row.getString("place"), people),
                Optional.ofNullable(row.getObject("place_id", Long.class)),
                seen(row.getString("fault"), people),
                Optional.ofNullable(row.getString("item_name")),
                Optional.ofNullable(row.getString("technician")),
                people
                        ? Optional.of(new Reporter(row.getString("reporter_name"), row.getString("reporter_phone")))
                        : Optional.empty());
    }

    /** Somebody may have written a telephone into it. */
    private static String seen(String words, boolean people) {
        return people ? words : Telephones.hiddenIn(words);
    }
}
