package org.baoxiu.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baoxiu.models.ShippedModels.file;
import static org.baoxiu.models.ShippedModels.matching;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.baoxiu.engine.CodedTables;
import org.baoxiu.shared.Rejection;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody changes in the workbook is changed in the table, and nothing else, to the blank. */
@DisplayName("维修项目的工作簿")
class CatalogueWorkbookTest {

    private static final String ITEMS = "repair-catalogue.dmn";
    private static final int NAME = 1;
    private static final int PRICE = 5;
    private static final int LISTED = 6;

    private final ActiveModels active = mock();
    private final CatalogueWorkbook workbook = new CatalogueWorkbook(active);

    @BeforeEach
    void shipped() {
        isActive(file(ITEMS));
    }

    private void isActive(String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        Faults faults = new Faults();
        TableModel table = TableModel.read(ITEMS, content, faults).stream()
                .flatMap(model -> TableModel.decisions(model).stream())
                .map(decision -> new TableModel(decision.getId(), "processes/" + ITEMS, null, content, decision))
                .findFirst()
                .orElseThrow();
        when(active.now()).thenReturn(new ModelSet(Map.of(), Map.of(table.key(), table)));
    }

    private String after(Consumer<Sheet> change) throws IOException {
        try (XSSFWorkbook opened = (XSSFWorkbook) WorkbookFactory.create(new ByteArrayInputStream(workbook.content()));
                ByteArrayOutputStream saved = new ByteArrayOutputStream()) {
            change.accept(opened.getSheetAt(0));
            opened.write(saved);
            Map<String, byte[]> models = workbook.asModels(Map.of("维修项目.xlsx", saved.toByteArray()));
            assertThat(models).containsOnlyKeys(ITEMS);
            return new String(models.get(ITEMS), StandardCharsets.UTF_8);
        }
    }

    @Test
    void unchangedItIsTheSameFile() throws IOException {
        assertThat(after(sheet -> {})).isEqualTo(file(ITEMS));
    }

    @Test
    void aPriceIsOneCell() throws IOException {
        assertThat(after(sheet -> {
                    assertThat(sheet.getRow(0).getCell(PRICE).getStringCellValue())
                            .isEqualTo("人工费（元）");
                    assertThat(sheet.getRow(1).getCell(PRICE).getStringCellValue())
                            .isEqualTo("40");
                    sheet.getRow(1).getCell(PRICE).setCellValue(45.5);
                }))
                .isEqualTo(matching("<text>40</text>", "<text>45.50</text>").apply(file(ITEMS)));
    }

    /** Its workbook is in yuan all the same. */
    @Test
    void aTableInFenGoesOnInFen() throws IOException {
        String coded = Dmn.convertToString(CodedTables.of(
                Dmn.readModelFromStream(new ByteArrayInputStream(file(ITEMS).getBytes(StandardCharsets.UTF_8)))));
        isActive(coded);

        assertThat(after(sheet -> {
                    assertThat(sheet.getRow(1).getCell(PRICE).getStringCellValue())
                            .isEqualTo("40");
                    sheet.getRow(1).getCell(PRICE).setCellValue("45.5");
                }))
                .isEqualTo(matching("<text>4000</text>", "<text>4550</text>").apply(coded));
    }

    @Test
    void aRowIsTakenAwayAndAnotherOneAdded() throws IOException {
        String changed = after(sheet -> {
            Row last = sheet.getRow(sheet.getLastRowNum());
            Row added = sheet.createRow(sheet.getLastRowNum() + 1);
            last.forEach(cell -> added.createCell(cell.getColumnIndex()).setCellValue(cell.getStringCellValue()));
            added.getCell(0).setCellValue("ZZ-99");
            added.getCell(NAME).setCellValue("修理 A&B <扶手>");
            sheet.removeRow(sheet.getRow(1));
        });
        TableModel table = TableModel.read(ITEMS, changed.getBytes(StandardCharsets.UTF_8), new Faults()).stream()
                .flatMap(model -> TableModel.decisions(model).stream())
                .map(decision -> new TableModel(decision.getId(), ITEMS, null, new byte[0], decision))
                .findFirst()
                .orElseThrow();
        TableModel before = active.now().decisions().get("repairCatalogue");
        assertThat(table.rows()).hasSameSizeAs(before.rows());
        assertThat(table.rows().get(0).inputs()).isEqualTo(before.rows().get(1).inputs());
        TableModel.Row last = before.rows().get(before.rows().size() - 1);
        assertThat(table.rows()).last().satisfies(row -> {
            assertThat(row.inputs()).containsExactly("\"ZZ-99\"");
            assertThat(row.outputs().get(0)).isEqualTo("\"修理 A&B <扶手>\"");
            assertThat(row.outputs().subList(1, row.outputs().size()))
                    .isEqualTo(last.outputs().subList(1, last.outputs().size()));
            assertThat(row.note()).isEqualTo(last.note());
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    5 | 四十五 | 第 2 行的“人工费（元）”是“四十五”
                    5 | 45.005 | 最多写到分
                    6 | 对     | 只能写“是”或“否”
                    1 | 换"头" | 不能有英文的引号
                    0 | PL-02  | 出现了两次
                    """)
    void aWrongCellIsNamed(int column, String typed, String why) {
        assertThatThrownBy(() -> after(sheet -> sheet.getRow(1).getCell(column).setCellValue(typed)))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining(why);
    }

    @Test
    void anotherWorkbookIsRefused() {
        assertThatThrownBy(() -> after(sheet -> sheet.getRow(0).getCell(LISTED).setCellValue("金额")))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining("不认识“金额”这一列");
    }
}
