package org.baoxiu.shared;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** The rows of a workbook's first sheet or of a text with commas, as an office program saves them. */
public final class TableFile {

    private static final int MOST_ROWS = 200_000;
    private static final int MOST_COLUMNS = 50;
    private static final byte[] ZIP = {'P', 'K'};
    private static final byte[] OLD_WORKBOOK = {(byte) 0xD0, (byte) 0xCF};
    /** What programs write in China that do not write UTF-8. */
    private static final Charset NATIONAL = Charset.forName("GB18030");

    private static final String MARK = "\uFEFF";

    private TableFile() {}

    /** @param number as the program that shows the table counts, from 1 */
    private record Row(int number, List<String> cells) {

        boolean blank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /**
     * What stands below the headings of a list.
     *
     * @param headings that the list has, in its order
     */
    public record Lines(Set<String> headings, List<Line> all) {}

    /**
     * @param row   as the program that shows the list counts, the row with the headings is 1
     * @param cells by their headings
     */
    public record Line(int row, Map<String, String> cells) {}

    /**
     * @param known the headings that a list may have
     * @throws Rejection for what is no table, for one with more than 200,000 rows, and for a heading that is not known or there twice
     */
    public static Lines lines(InputStream file, List<String> known) {
        List<Row> rows = read(file);
        if (rows.isEmpty()) {
            throw Rejection.invalid("这个文件里什么也没有。请用模板填写后再导入。");
        }
        List<String> headings = rows.get(0).cells().stream().map(Texts::line).toList();
        Set<String> seen = new LinkedHashSet<>();
        for (String heading : headings) {
            if (!heading.isEmpty() && !known.contains(heading)) {
                throw Rejection.invalid("不认识“" + heading + "”这一列，可以有的列是：" + String.join("、", known) + "。");
            }
            if (!heading.isEmpty() && !seen.add(heading)) {
                throw Rejection.invalid("第一行有两列“" + heading + "”，请删去一列。");
            }
        }
        return new Lines(
                seen,
                rows.stream()
                        .skip(1)
                        .map(row -> new Line(row.number(), cells(row, headings)))
                        .toList());
    }

    private static Map<String, String> cells(Row row, List<String> headings) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(headings.size(), row.cells().size()); i++) {
            if (!headings.get(i).isEmpty()) {
                cells.put(headings.get(i), row.cells().get(i));
            }
        }
        return cells;
    }

    private static List<Row> read(InputStream file) {
        try {
            byte[] content = file.readAllBytes();
            if (begins(content, OLD_WORKBOOK)) {
                throw Rejection.invalid("这是旧格式的 Excel 文件（.xls），请在 Excel 里另存为 .xlsx 或 CSV 后再导入。");
            }
            return begins(content, ZIP) ? workbook(content) : text(content);
        } catch (IOException
                | OpenXML4JException
                | SAXException
                | OpenXML4JRuntimeException
                | POIXMLException
                | IllegalArgumentException
                | NoSuchElementException e) {
            throw Rejection.invalid("这个文件打不开，可能已损坏。请导入 .xlsx 或 CSV 文件。");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean begins(byte[] content, byte[] sign) {
        return content.length >= sign.length && content[0] == sign[0] && content[1] == sign[1];
    }

    private static List<Row> text(byte[] content) throws IOException {
        try (CSVParser parser = CSVParser.parse(new StringReader(decoded(content)), CSVFormat.EXCEL)) {
            List<Row> rows = new ArrayList<>();
            // an entry with line breaks in it makes lines of the text and rows of the table two things
            parser.forEach(line -> add(rows, new Row((int) line.getRecordNumber(), line.toList())));
            return rows;
        } catch (UncheckedIOException e) {
            throw Rejection.invalid("这个文件的引号不成对，读不下去。请在 Excel 里另存为 .xlsx 后再导入。");
        }
    }

    private static String decoded(byte[] content) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(content, NATIONAL);
        }
        return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
    }

    private static void add(List<Row> rows, Row row) {
        if (row.blank()) {
            return;
        }
        if (rows.size() > MOST_ROWS) {
            throw Rejection.invalid("一个文件最多 " + MOST_ROWS + " 行，请分成几个文件导入。");
        }
        rows.add(row);
    }

    /** Row by row, without the whole sheet in memory. */
    private static List<Row> workbook(byte[] content)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        try (OPCPackage parts = OPCPackage.open(new ByteArrayInputStream(content))) {
            XSSFReader reader = new XSSFReader(parts);
            Sheet sheet = new Sheet();
            XMLReader xml = XMLHelper.newXMLReader();
            xml.setContentHandler(new XSSFSheetXMLHandler(
                    reader.getStylesTable(), null, new ReadOnlySharedStringsTable(parts), sheet, new Plainly(), false));
            try (InputStream first = reader.getSheetsData().next()) {
                xml.parse(new InputSource(first));
            }
            return sheet.rows;
        }
    }

    private static final class Sheet implements XSSFSheetXMLHandler.SheetContentsHandler {

        private final List<Row> rows = new ArrayList<>();
        private List<String> cells = new ArrayList<>();

        @Override
        public void startRow(int row) {
            cells = new ArrayList<>();
        }

        @Override
        public void cell(@Nullable String reference, @Nullable String value, @Nullable XSSFComment comment) {
            int column = reference == null ? cells.size() : new CellReference(reference).getCol();
            while (cells.size() < column && column < MOST_COLUMNS) {
                cells.add("");
            }
            if (column < MOST_COLUMNS) {
                cells.add(value == null ? "" : value);
            }
        }

        @Override
        public void endRow(int row) {
            add(rows, new Row(row + 1, cells));
        }
    }

    /** Days as 2020-05-01 and numbers without signs of thousands or powers, whatever the format of the cell shows. */
    private static final class Plainly extends DataFormatter {

        @Override
        public String formatRawCellContents(double value, int formatIndex, String format, boolean since1904) {
            return DateUtil.isADateFormat(formatIndex, format) && DateUtil.isValidExcelDate(value)
                    ? DateUtil.getLocalDateTime(value, since1904).toLocalDate().toString()
                    : new BigDecimal(Double.toString(value))
                            .stripTrailingZeros()
                            .toPlainString();
        }
    }
}
