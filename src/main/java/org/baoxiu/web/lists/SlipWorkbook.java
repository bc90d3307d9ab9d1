package org.baoxiu.web.lists;

import java.io.IOException;
import java.io.OutputStream;
import org.baoxiu.lists.SlipLists;
import org.baoxiu.web.TableWorkbook;
import org.springframework.stereotype.Component;

/** A list as a workbook, with the same filter, order and columns. Rows leave the memory as they are written. */
@Component
class SlipWorkbook {

    static final int MOST = 50_000;
    private static final int WIDEST = 45;

    private final SlipLists lists;
    private final ListScreens screens;

    SlipWorkbook(SlipLists lists, ListScreens screens) {
        this.lists = lists;
        this.screens = screens;
    }

    void write(ListQuery query, OutputStream to) throws IOException {
        try (TableWorkbook workbook = new TableWorkbook()) {
            TableWorkbook.Sheet sheet = workbook.sheet(
                    "维修单", query.columns().stream().map(ListColumn::label).toList());
            ListWords words = screens.words(lists.technicians(query.ended(), screens.scope()), true);
            lists.each(
                    screens.filter(query),
                    query.order(),
                    query.descending(),
                    MOST,
                    line -> sheet.row(query.columns().stream()
                            .map(column -> words.of(line, column))
                            .toList()));
            sheet.finish(query.columns().stream().map(SlipWorkbook::width).toList());
            workbook.write(to);
        }
    }

    /** In characters. */
    private static int width(ListColumn column) {
        return switch (column) {
            case FAULT -> WIDEST;
            case NUMBER, OFFICE, PLACE, ITEM, PROMISE, REPORTER -> 24;
            default -> 16;
        };
    }
}
