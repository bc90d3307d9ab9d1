package org.baoxiu.models;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.TableFile;
import org.baoxiu.shared.TableFile.Line;
import org.baoxiu.shared.TextStyles;
import org.baoxiu.shared.Texts;
import org.springframework.stereotype.Service;

/**
 * The catalogue of items as a workbook to be changed and uploaded as a draft: its rows are a list and no logic. Prices stand there in yuan.
 * What nobody has changed stays in the table as it is written.
 */
@Service
public class CatalogueWorkbook {

    /** The decision. */
    static final String CATALOGUE = "repairCatalogue";

    private static final String NAME = "维修项目";
    private static final String NOTE = "注释";
    private static final int WIDTH = 18 * 256;

    private final ActiveModels active;

    CatalogueWorkbook(ActiveModels active) {
        this.active = active;
    }

    private TableModel catalogue() {
        return Objects.requireNonNull(active.now().decisions().get(CATALOGUE), CATALOGUE)
                .asWritten();
    }

    private static List<CatalogueColumn> columns(TableModel table) {
        List<CatalogueColumn> columns = new ArrayList<>();
        table.inputs()
                .forEach(input -> columns.add(new CatalogueColumn(input.label(), input.expression(), input.type())));
        table.outputs()
                .forEach(output -> columns.add(new CatalogueColumn(output.label(), output.name(), output.type())));
        return columns;
    }

    /** What stands in a row of the table, in the order of the columns. */
    private static List<String> cells(TableModel.Row row) {
        List<String> cells = new ArrayList<>(row.inputs());
        cells.addAll(row.outputs());
        return cells;
    }

    /** The catalogue in force. */
    public byte[] content() {
        TableModel table = catalogue();
        List<CatalogueColumn> columns = columns(table);
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream written = new ByteArrayOutputStream()) {
            TextStyles styles = TextStyles.of(workbook);
            Sheet sheet = workbook.createSheet(NAME);
            sheet.createFreezePane(1, 1);
            List<String> headings = new ArrayList<>(
                    columns.stream().map(CatalogueColumn::heading).toList());
            headings.add(NOTE);
            write(sheet, 0, headings, styles.heading());
            int line = 1;
            for (TableModel.Row row : table.rows()) {
                List<String> shown = new ArrayList<>();
                for (int column = 0; column < columns.size(); column++) {
                    shown.add(columns.get(column).shown(cells(row).get(column)));
                }
                shown.add(row.note());
                write(sheet, line++, shown, styles.text());
            }
            workbook.write(written);
            return written.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Sheet sheet, int line, List<String> cells, CellStyle style) {
        Row row = sheet.createRow(line);
        for (int column = 0; column < cells.size(); column++) {
            sheet.setColumnWidth(column, WIDTH);
            row.createCell(column).setCellValue(cells.get(column));
            row.getCell(column).setCellStyle(style);
        }
    }

    /**
     * Files as somebody sends them, with the catalogue in the place of a workbook.
     *
     * @throws Rejection for a workbook that is none of the catalogue, naming row and column
     */
    public Map<String, byte[]> asModels(Map<String, byte[]> files) {
        Map<String, byte[]> models = new TreeMap<>();
        files.forEach((name, content) -> {
            boolean workbook = name.endsWith(".xlsx");
            String model = workbook ? ChangedFile.plain(catalogue().file()) : name;
            if (models.put(model, workbook ? changed(content) : content) != null) {
                throw Rejection.invalid("“" + model + "”和它的工作簿请只选一个。");
            }
        });
        return models;
    }

    private byte[] changed(byte[] workbook) {
        TableModel table = catalogue();
        List<CatalogueColumn> columns = columns(table);
        List<String> known =
                new ArrayList<>(columns.stream().map(CatalogueColumn::heading).toList());
        known.add(NOTE);
        TableFile.Lines lines = TableFile.lines(new ByteArrayInputStream(workbook), known);
        String code = known.get(0);
        if (!lines.headings().contains(code) || lines.all().isEmpty()) {
            throw Rejection.invalid("工作簿里没有“" + code + "”这一列，或者一行也没有。请下载维修项目的工作簿，在里面改。");
        }
        Map<String, Line> wanted = new LinkedHashMap<>();
        for (Line line : lines.all()) {
            String item = Texts.line(line.cells().getOrDefault(code, ""));
            if (item.isEmpty()) {
                throw Rejection.invalid("第 " + line.row() + " 行没有“" + code + "”。请填写，或者删掉这一行。");
            }
            if (wanted.putIfAbsent(item, line) != null) {
                throw Rejection.invalid("“" + code + "”" + item + " 出现了两次（第 " + line.row() + " 行）。请只留一行。");
            }
        }
        return source(table, columns, wanted).getBytes(StandardCharsets.UTF_8);
    }

    private static String source(TableModel table, List<CatalogueColumn> columns, Map<String, Line> wanted) {
        CatalogueSource source = new CatalogueSource(new String(table.content(), StandardCharsets.UTF_8));
        for (TableModel.Row row : table.rows()) {
            List<String> cells = cells(row);
            Line line = wanted.remove(columns.get(0).shown(cells.get(0)));
            if (line == null) {
                source.drop(row.id());
                continue;
            }
            for (int column = 0; column < columns.size(); column++) {
                CatalogueColumn one = columns.get(column);
                String typed = line.cells().get(one.heading());
                if (typed != null && !Texts.line(typed).equals(Texts.line(one.shown(cells.get(column))))) {
                    source.put(row.id(), column, one.written(typed, line.row()));
                }
            }
            String note = line.cells().get(NOTE);
            if (note != null && !Texts.line(note).equals(Texts.line(row.note()))) {
                source.note(row.id(), Texts.line(note));
            }
        }
        wanted.forEach((code, line) -> {
            Map<String, String> cells = new LinkedHashMap<>();
            columns.forEach(column -> cells.put(
                    column.name(), column.written(line.cells().getOrDefault(column.heading(), ""), line.row())));
            source.add(
                    code, table.inputs().size(), cells, Texts.line(line.cells().getOrDefault(NOTE, "")));
        });
        return source.text();
    }
}
