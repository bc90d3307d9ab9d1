package org.baoxiu.models;

import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.baoxiu.shared.Rejection;

/** The file of the catalogue, changed cell by cell as the Modeler writes it: whatever is not changed stays as it is, to the blank. */
final class CatalogueSource {

    private static final Pattern CELL =
            Pattern.compile("(<(?:inputEntry|outputEntry)\\b[^>]*>\\s*)(?:<text\\s*/>|<text>[^<]*</text>)");
    private static final Pattern DESCRIPTION = Pattern.compile("<description>[^<]*</description>");

    private String text;

    CatalogueSource(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    void drop(String rule) {
        change(rule, block -> "");
    }

    /** @param column from 0, inputs before outputs */
    void put(String rule, int column, String cell) {
        change(rule, block -> {
            Matcher cells = CELL.matcher(block);
            for (int number = 0; cells.find(); number++) {
                if (number == column) {
                    return block.substring(0, cells.start())
                            + cells.group(1)
                            + "<text>" + escaped(cell) + "</text>"
                            + block.substring(cells.end());
                }
            }
            throw unreadable();
        });
    }

    void note(String rule, String note) {
        change(rule, block -> {
            String description = "<description>" + escaped(note) + "</description>";
            Matcher former = DESCRIPTION.matcher(block);
            return former.find()
                    ? block.substring(0, former.start()) + description + block.substring(former.end())
                    : block.replaceFirst(">", ">\n        " + Matcher.quoteReplacement(description));
        });
    }

    /** @param cells by the names of their columns, inputs first */
    void add(String code, int inputs, Map<String, String> cells, String note) {
        String id = "Item_" + code.replaceAll("[^A-Za-z0-9_]", "_");
        while (text.contains("\"Rule_" + id + "\"")) {
            id += "_";
        }
        StringBuilder rule = new StringBuilder("      <rule id=\"Rule_" + id + "\">\n");
        rule.append("        <description>").append(escaped(note)).append("</description>\n");
        int number = 0;
        for (Map.Entry<String, String> cell : cells.entrySet()) {
            String kind = number++ < inputs ? "inputEntry" : "outputEntry";
            String name = cell.getKey().substring(0, 1).toUpperCase(Locale.ROOT)
                    + cell.getKey().substring(1);
            rule.append("        <%s id=\"%s_%s_%s\">\n          <text>%s</text>\n        </%s>\n"
                    .formatted(
                            kind,
                            kind.equals("inputEntry") ? "InputEntry" : "OutputEntry",
                            id,
                            name,
                            escaped(cell.getValue()),
                            kind));
        }
        rule.append("      </rule>\n");
        int last = text.lastIndexOf("</rule>");
        int end = last < 0 ? -1 : text.indexOf('\n', last);
        if (end < 0) {
            throw unreadable();
        }
        text = text.substring(0, end + 1) + rule + text.substring(end + 1);
    }

    private void change(String rule, UnaryOperator<String> how) {
        Matcher block = Pattern.compile(
                        "[ \\t]*<rule id=\"" + Pattern.quote(rule) + "\">.*?</rule>[ \\t]*\\R?", Pattern.DOTALL)
                .matcher(text);
        if (rule.isEmpty() || !block.find()) {
            throw unreadable();
        }
        text = text.substring(0, block.start()) + how.apply(block.group()) + text.substring(block.end());
    }

    private static Rejection unreadable() {
        return Rejection.invalid("正在使用的维修项目表不是 Modeler 的写法，工作簿放不回去。请下载这张表，用 Modeler 打开存盘，上线以后再用工作簿。");
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
