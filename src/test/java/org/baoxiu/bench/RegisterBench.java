package org.baoxiu.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.baoxiu.office.ImportResult;
import org.baoxiu.office.Office;
import org.baoxiu.office.OfficeRegister;
import org.baoxiu.office.RegisterImport;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How long it takes to fill the register with 50,000 flats and their owners, from a text and from a workbook, and to import the
 * same list once more: {@code mvn -Pbench -Dbench=register} prints a table; it asserts nothing.
 */
public final class RegisterBench {

    private static final int FLATS = 50_000;
    private static final int FLATS_OF_BUILDING = 100;
    private static final List<String> HEADINGS = List.of("管理处", "楼栋", "单元", "房号", "身份", "姓名", "电话", "其他电话", "起");

    private final StringBuilder table = new StringBuilder(
            """
      | database | list of 50,000 flats | preview, s | import, s | the same once more, s |
      |---|---|---|---|---|
      """);

    private RegisterBench() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        RegisterBench bench = new RegisterBench();
        for (boolean workbook : new boolean[] {false, true}) {
            bench.measure("H2", workbook, List.of("--spring.datasource.url=jdbc:h2:mem:register" + workbook));
            try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
                bench.measure(
                        "PostgreSQL",
                        workbook,
                        List.of(
                                "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres")
                                        + "&reWriteBatchedInserts=true",
                                "--spring.datasource.username=postgres",
                                "--spring.datasource.password=postgres"));
            }
        }
        System.out.println(bench.table);
    }

    private void measure(String database, boolean asWorkbook, List<String> settings) throws IOException {
        byte[] list = asWorkbook ? workbook() : text();
        try (ConfigurableApplicationContext domain = MonthBench.domain(settings)) {
            domain.getBean(OfficeRegister.class).add(Office.named("一号管理处"));
            RegisterImport imports = domain.getBean(RegisterImport.class);
            long start = System.nanoTime();
            imports.preview(new ByteArrayInputStream(list));
            long seen = System.nanoTime();
            ImportResult first = imports.apply(new ByteArrayInputStream(list));
            long done = System.nanoTime();
            ImportResult second = imports.apply(new ByteArrayInputStream(list));
            long again = System.nanoTime();
            System.out.println(database + " " + first + " " + second);
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %s, %.1f MB | %.1f | %.1f | %.1f |%n",
                    database,
                    asWorkbook ? "workbook" : "text",
                    list.length / 1e6,
                    (seen - start) / 1e9,
                    (done - seen) / 1e9,
                    (again - done) / 1e9));
        }
    }

    /** Three units a building, each with an owner of two telephones. */
    private static Stream<List<String>> lines() {
        return Stream.iterate(0, flat -> flat + 1).limit(FLATS).map(flat -> {
            int building = flat / FLATS_OF_BUILDING + 1;
            int inBuilding = flat % FLATS_OF_BUILDING;
            return List.of(
                    "一号管理处",
                    building + "栋",
                    inBuilding % 3 + 1 + "单元",
                    String.valueOf(101 + inBuilding / 3 % 4 + 100 * (inBuilding / 12)),
                    "业主",
                    "业主" + flat,
                    "138%08d".formatted(flat),
                    "139%08d".formatted(flat),
                    "2020-05-01");
        });
    }

    private static byte[] text() {
        StringBuilder text = new StringBuilder(String.join(",", HEADINGS)).append('\n');
        lines().forEach(line -> text.append(String.join(",", line)).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] workbook() throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook()) {
            Sheet sheet = workbook.createSheet();
            add(sheet, HEADINGS);
            lines().forEach(line -> add(sheet, line));
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            workbook.write(file);
            return file.toByteArray();
        }
    }

    private static void add(Sheet sheet, List<String> cells) {
        Row row = sheet.createRow(sheet.getLastRowNum() + 1);
        for (int i = 0; i < cells.size(); i++) {
            row.createCell(i).setCellValue(cells.get(i));
        }
    }
}
