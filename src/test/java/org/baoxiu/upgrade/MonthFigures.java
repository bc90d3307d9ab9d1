package org.baoxiu.upgrade;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What may never change in a month that is frozen.
 *
 * @param overview the key figures on its page, each with its name
 * @param slips    what the record holds about each of its slips
 * @param workbook SHA-256 of what general affairs gets
 */
record MonthFigures(List<String> overview, String slips, String workbook) {

    /** Name, value, and what is asked for; beside them are figures of other months. */
    private static final int OF_THE_MONTH = 3;

    private static final Pattern CELL = Pattern.compile("<td[^>]*>(.*?)</td>", Pattern.DOTALL);
    private static final Pattern LINE = Pattern.compile("<tr>(.*?)</tr>", Pattern.DOTALL);

    static MonthFigures of(DataSource dataSource, int port, String month) throws Exception {
        String page = new String(get(port, "/months/" + month), StandardCharsets.UTF_8);
        List<String> overview = new ArrayList<>();
        LINE.matcher(page.substring(0, page.indexOf("</section>")))
                .results()
                .skip(1)
                .forEach(line -> overview.add(CELL.matcher(line.group(1))
                        .results()
                        .limit(OF_THE_MONTH)
                        .map(cell -> cell.group(1).replaceAll("<[^>]*>", " "))
                        .collect(Collectors.joining(" "))
                        .strip()
                        .replaceAll("\\s+", " ")));
        String slips = JdbcClient.create(dataSource)
                .sql(
                        """
        select slip_number, correction, late, rework, rework_technician, cost, payer, billed, waived, received
          from month_slip where period = ? order by slip_number""")
                .param(month)
                .query()
                .listOfRows()
                .stream()
                .map(Map::values)
                .map(values -> values.stream().map(String::valueOf).collect(Collectors.joining(",")))
                .collect(Collectors.joining(";"));
        String workbook = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(get(port, "/months/" + month + "/workbook")));
        return new MonthFigures(overview, slips, workbook);
    }

    Map<String, String> facts(String month) {
        String name = "month." + month;
        return Map.of(
                name + ".overview", String.join("|", overview), name + ".slips", slips, name + ".workbook", workbook);
    }

    private static byte[] get(int port, String path) throws Exception {
        String login = Base64.getEncoder().encodeToString("director:baoxiu".getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Authorization", "Basic " + login)
                                .build(),
                        BodyHandlers.ofByteArray())
                .body();
    }
}
