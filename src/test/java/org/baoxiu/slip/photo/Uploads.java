package org.baoxiu.slip.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** What people and attackers send as photos, byte by byte. */
public final class Uploads {

    private static final byte[] PNG_MARK = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int GREY = 0;
    private static final int PALETTE = 3;

    private Uploads() {}

    /** Red above blue. */
    public static byte[] jpeg(int width, int height) {
        return encoded(drawn(width, height), "jpg");
    }

    public static byte[] png(int width, int height) {
        return encoded(drawn(width, height), "png");
    }

    /** As drawn with a finger on a canvas: black on nothing. */
    public static byte[] signature() {
        BufferedImage image = new BufferedImage(300, 120, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.BLACK);
        pen.fillRect(20, 50, 200, 6);
        pen.dispose();
        return encoded(image, "png");
    }

    public static byte[] emptyCanvas() {
        return encoded(new BufferedImage(300, 120, BufferedImage.TYPE_INT_ARGB), "png");
    }

    public static byte[] noise(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return encoded(image, "jpg");
    }

    /** A photo as a phone writes it: held upright, the sensor on its side, with the place where it was taken. */
    public static byte[] withPlaceAndOrientation(int width, int height) {
        ByteBuffer exif = ByteBuffer.allocate(200);
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
        exif.putShort((short) 2);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) 0);
        exif.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(38);
        exif.putInt(0);
        exif.putShort((short) 1);
        exif.putShort((short) 0x0001)
                .putShort((short) 2)
                .putInt(2)
                .put("N\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
        exif.putInt(0).put("GPS 39.9042 116.4074".getBytes(StandardCharsets.ISO_8859_1));
        byte[] photo = jpeg(width, height);
        byte[] notes = Arrays.copyOf(exif.array(), exif.position());
        return bytes(
                new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE1},
                ByteBuffer.allocate(2).putShort((short) (notes.length + 2)).array(),
                notes,
                Arrays.copyOfRange(photo, 2, photo.length));
    }

    /** A few kilobytes that become {@code width} × {@code height} white pixels. */
    public static byte[] blank(int width, int height) {
        return bytes(
                PNG_MARK,
                header(width, height, GREY),
                chunk("IDAT", deflated((width / 8 + 1L) * height)),
                chunk("IEND"));
    }

    /** An image of one row, whose text or whose pixels go on for a gigabyte when they are unpacked. */
    public static byte[] bombInText() {
        return bytes(
                PNG_MARK,
                header(8, 1, PALETTE),
                chunk("PLTE", new byte[6]),
                chunk("zTXt", bytes("Comment\0\0".getBytes(StandardCharsets.ISO_8859_1), deflated(1L << 30))),
                chunk("IDAT", deflated(2)),
                chunk("IEND"));
    }

    public static byte[] bombInPixels() {
        return bytes(PNG_MARK, header(8, 1, GREY), chunk("IDAT", deflated(1L << 30)), chunk("IEND"));
    }

    /** A progressive photo that is refined again and again. */
    public static byte[] endlesslyRefined() {
        byte[] photo = jpeg(64, 64);
        byte[] pass = {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 0, 63, 0};
        byte[] passes = new byte[pass.length * 100_000];
        for (int i = 0; i < passes.length; i++) {
            passes[i] = pass[i % pass.length];
        }
        return bytes(Arrays.copyOf(photo, photo.length - 2), passes);
    }

    public static byte[] heic() {
        return bytes(
                new byte[] {0, 0, 0, 24},
                "ftypheic\0\0\0\0heicmif1".getBytes(StandardCharsets.ISO_8859_1),
                new byte[4_000]);
    }

    public static byte[] webp() {
        return bytes(
                "RIFF".getBytes(StandardCharsets.ISO_8859_1),
                new byte[] {0, 16, 0, 0},
                "WEBPVP8 ".getBytes(StandardCharsets.ISO_8859_1),
                new byte[4_000]);
    }

    /** As some phones take it: a photo, and behind it a film of eight megabytes in which anything may occur. */
    public static byte[] motionPhoto() {
        byte[] film = new byte[8 << 20];
        new Random(1).nextBytes(film);
        for (int i = 0; i < film.length - 1; i += 4_096) {
            film[i] = (byte) 0xFF;
            film[i + 1] = (byte) 0xDA;
        }
        return bytes(
                jpeg(400, 300),
                bytes(new byte[] {0, 0, 0, 24}, "ftypmp42".getBytes(StandardCharsets.ISO_8859_1)),
                film);
    }

    public static byte[] svgWithScript() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Begins as a photo and goes on as a page. */
    public static byte[] photoAndPage() {
        return bytes(jpeg(64, 64), "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] gif() {
        return encoded(drawn(64, 64), "gif");
    }

    private static BufferedImage drawn(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D paint = image.createGraphics();
        paint.setColor(Color.RED);
        paint.fillRect(0, 0, width, height / 2);
        paint.setColor(Color.BLUE);
        paint.fillRect(0, height / 2, width, height - height / 2);
        paint.dispose();
        return image;
    }

    private static byte[] encoded(BufferedImage image, String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] header(int width, int height, int colours) {
        return chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) 1)
                        .put((byte) colours)
                        .array());
    }

    private static byte[] chunk(String type, byte... data) {
        byte[] typed = bytes(type.getBytes(StandardCharsets.ISO_8859_1), data);
        CRC32 check = new CRC32();
        check.update(typed);
        return bytes(
                ByteBuffer.allocate(4).putInt(data.length).array(),
                typed,
                ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }

    private static byte[] deflated(long zeros) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(out)) {
            byte[] block = new byte[1 << 20];
            for (long left = zeros; left > 0; left -= block.length) {
                deflate.write(block, 0, (int) Math.min(left, block.length));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] bytes(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
