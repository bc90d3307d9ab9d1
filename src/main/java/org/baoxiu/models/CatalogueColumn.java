package org.baoxiu.models;

import java.math.BigDecimal;
import java.util.Map;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Texts;
import org.baoxiu.shared.TypedNumber;
import org.baoxiu.words.TableWords;

/**
 * A column of the catalogue, as the table and as its workbook write it.
 *
 * @param label in the table
 * @param name  that the program knows it by
 */
record CatalogueColumn(String label, String name, String type) {

    private static final String FEN = "（分）";
    private static final String QUOTE = "\"";
    private static final Map<String, String> WORDS = Map.of("true", "是", "false", "否");

    String heading() {
        return label.replace(FEN, "（元）");
    }

    /** Of a former release, which wrote fen. */
    private boolean isInFen() {
        return name.endsWith("Fen");
    }

    /** A cell of the table; what is no plain value stays as it is. */
    String shown(String cell) {
        if (cell.length() > 1 && cell.startsWith(QUOTE) && cell.endsWith(QUOTE)) {
            return cell.substring(1, cell.length() - 1);
        }
        return isInFen() && cell.matches("\\d{1,12}")
                ? BigDecimal.valueOf(Long.parseLong(cell), 2)
                        .stripTrailingZeros()
                        .toPlainString()
                : WORDS.getOrDefault(cell, cell);
    }

    /**
     * The cell for what somebody has typed.
     *
     * @param row of the workbook
     * @throws Rejection that names both
     */
    String written(String typed, int row) {
        String text = Texts.line(typed);
        return switch (type) {
            case "string" -> QUOTE + quotable(text, row) + QUOTE;
            case "boolean" ->
                WORDS.entrySet().stream()
                        .filter(word ->
                                word.getValue().equals(text) || word.getKey().equalsIgnoreCase(text))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElseThrow(() -> wrong(text, row, "只能写“是”或“否”"));
            default -> number(text, row);
        };
    }

    private String quotable(String text, int row) {
        if (text.contains(QUOTE) || text.contains("\\")) {
            throw wrong(text, row, "不能有英文的引号和反斜线，请改用“”");
        }
        return text;
    }

    private String number(String text, int row) {
        BigDecimal number = TypedNumber.of(text).orElseThrow(() -> wrong(text, row, "要写数字，例如 45 或 45.50"));
        try {
            if (isInFen()) {
                return Long.toString(number.movePointRight(2).longValueExact());
            }
            return TableWords.isInYuan(CatalogueWorkbook.CATALOGUE, name)
                    ? new BigDecimal(number.movePointRight(2).toBigIntegerExact(), 2)
                            .toPlainString()
                            .replaceFirst("\\.00$", "")
                    : number.stripTrailingZeros().toPlainString();
        } catch (ArithmeticException e) {
            throw wrong(text, row, "最多写到分，例如 45.50");
        }
    }

    private Rejection wrong(String text, int row, String right) {
        return Rejection.invalid("工作簿第 " + row + " 行的“" + heading() + "”是“" + text + "”：" + right + "。请改正再上传。");
    }
}
