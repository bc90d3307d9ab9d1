package org.baoxiu.monthend;

import java.io.IOException;
import java.io.OutputStream;
import java.time.YearMonth;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps the workbook of each month in the database, in parts: nothing is larger in memory than one of them. */
@Component
class PackStore {

    private static final int PART = 512 * 1024;

    private final JdbcTemplate database;

    PackStore(JdbcTemplate database) {
        this.database = database;
    }

    boolean exists(YearMonth month) {
        return Boolean.TRUE.equals(database.queryForObject(
                "select exists (select 1 from month_pack where period = ?)", Boolean.class, month.toString()));
    }

    OutputStream write(YearMonth month) {
        return new Parts(month);
    }

    /** @return whether there is a pack */
    boolean copy(YearMonth month, OutputStream to) throws IOException {
        int part = 0;
        for (byte[] content = part(month, part); content != null; content = part(month, ++part)) {
            to.write(content);
        }
        return part > 0;
    }

    private byte @Nullable [] part(YearMonth month, int part) {
        return database.query(
                "select content from month_pack where period = ? and part = ?",
                rows -> rows.next() ? rows.getBytes(1) : null,
                month.toString(),
                part);
    }

    private final class Parts extends OutputStream {

        private final YearMonth month;
        private final byte[] content = new byte[PART];
        private int length;
        private int part;

        Parts(YearMonth month) {
            this.month = month;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) {
            int left = count;
            while (left > 0) {
                int taken = Math.min(left, PART - length);
                System.arraycopy(bytes, offset + count - left, content, length, taken);
                length += taken;
                left -= taken;
                if (length == PART) {
                    store();
                }
            }
        }

        private void store() {
            database.update(
                    "insert into month_pack (period, part, content) values (?, ?, ?)",
                    month.toString(),
                    part++,
                    Arrays.copyOf(content, length));
            length = 0;
        }

        @Override
        public void close() {
            if (length > 0) {
                store();
            }
        }
    }
}
