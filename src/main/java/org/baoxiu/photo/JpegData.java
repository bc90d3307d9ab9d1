package org.baoxiu.photo;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * A JPEG as its marks divide it.
 *
 * @param passes how often the picture is drawn, each time finer; each costs as much as the whole picture
 * @param length in bytes, from the first mark to the last: a phone may have put a film behind it
 */
record JpegData(int passes, int length) {

    private static final int MARK = 0xFF;
    private static final int START_OF_PASS = 0xDA;
    private static final int END = 0xD9;
    private static final int STUFFED = 0x00;
    private static final int FIRST_RESTART = 0xD0;
    private static final int LAST_RESTART = 0xD7;

    /** Reads what there is: a picture that breaks off ends with the file. */
    static JpegData of(byte[] file) {
        ByteBuffer rest = ByteBuffer.wrap(file).position(Math.min(2, file.length));
        int passes = 0;
        try {
            while (rest.remaining() > 1) {
                int mark = nextMark(rest);
                if (mark == END) {
                    return new JpegData(passes, rest.position());
                }
                if (mark == START_OF_PASS) {
                    passes++;
                }
                rest.position(rest.position() + Short.toUnsignedInt(rest.getShort(rest.position())));
            }
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return new JpegData(passes, file.length);
        }
        return new JpegData(passes, file.length);
    }

    /** Goes over the data of a pass: what looks like a mark within it is stuffed or a restart. */
    private static int nextMark(ByteBuffer rest) {
        while (true) {
            if (Byte.toUnsignedInt(rest.get()) != MARK) {
                continue;
            }
            int mark = Byte.toUnsignedInt(rest.get());
            while (mark == MARK) {
                mark = Byte.toUnsignedInt(rest.get());
            }
            if (mark != STUFFED && (mark < FIRST_RESTART || mark > LAST_RESTART)) {
                return mark;
            }
        }
    }
}
