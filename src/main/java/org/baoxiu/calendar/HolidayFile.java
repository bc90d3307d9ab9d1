package org.baoxiu.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads a holiday table: UTF-8, lines {@code date,closed,name} and {@code date,workday,name}; before them {@code year,2026}
 * and {@code confirmed,true} or {@code confirmed,false}. Lines that begin with # are comments.
 */
final class HolidayFile {

    private final String name;
    private final Map<LocalDate, SpecialDay> days = new TreeMap<>();
    private @Nullable Integer year;
    private @Nullable Boolean confirmed;

    private HolidayFile(String name) {
        this.name = name;
    }

    /**
     * @param name of the file, for messages
     * @throws IllegalArgumentException naming file and line when the content is not a holiday table
     */
    static HolidayTable read(String name, InputStream content) throws IOException {
        HolidayFile file = new HolidayFile(name);
        int number = 0;
        for (String line : text(name, content.readAllBytes()).split("\\R", -1)) {
            number++;
            // a spreadsheet begins the file with a byte order mark
            file.add(number, line.replace("\uFEFF", "").trim());
        }
        return file.table();
    }

    /** What a spreadsheet saves in another encoding would be read as days with wrong names, or as no days at all. */
    private static String text(String name, byte[] content) {
        CharBuffer text = CharBuffer.allocate(content.length);
        ByteBuffer bytes = ByteBuffer.wrap(content);
        if (StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true).isError()) {
            long line = 1
                    + new String(content, 0, bytes.position(), StandardCharsets.ISO_8859_1)
                            .chars()
                            .filter(one -> one == '\n')
                            .count();
            throw new HolidayTableException(name + ", line " + line + ": not UTF-8; save the table as CSV in UTF-8 "
                    + "(第 " + line + " 行不是 UTF-8 编码，请另存为 UTF-8 编码的 CSV)");
        }
        return text.flip().toString();
    }

    private void add(int number, String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        String[] fields = line.split("\\s*,\\s*", -1);
        try {
            if (fields.length == 2 && fields[0].equals("year")) {
                year = Integer.valueOf(fields[1]);
            } else if (fields.length == 2 && fields[0].equals("confirmed")) {
                confirmed = yes(fields[1], "true", "false");
            } else if (fields.length == 3 && !fields[2].isEmpty()) {
                SpecialDay before = days.put(
                        LocalDate.parse(fields[0]), new SpecialDay(yes(fields[1], "workday", "closed"), fields[2]));
                if (before != null) {
                    throw new IllegalArgumentException("this day is in the table twice");
                }
            } else {
                throw new IllegalArgumentException("neither year, confirmed nor a day with kind and name");
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new HolidayTableException(name + ", line " + number + ": \"" + line + "\": " + e.getMessage());
        }
    }

    private static boolean yes(String text, String yes, String no) {
        if (!text.equals(yes) && !text.equals(no)) {
            throw new IllegalArgumentException("\"" + text + "\" is neither " + yes + " nor " + no);
        }
        return text.equals(yes);
    }

    private HolidayTable table() {
        if (year == null || confirmed == null) {
            throw new HolidayTableException(name + ": the lines year,… and confirmed,… are both needed");
        }
        try {
            return new HolidayTable(year, confirmed, days);
        } catch (IllegalArgumentException e) {
            throw new HolidayTableException(name + ": " + e.getMessage());
        }
    }
}
