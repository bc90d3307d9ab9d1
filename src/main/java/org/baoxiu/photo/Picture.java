package org.baoxiu.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.baoxiu.shared.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * What can be seen on an uploaded picture, and nothing else of the upload: it was told by its content, decoded, turned
 * upright and encoded anew as JPEG, so that neither the place where it was taken nor anything hidden in it is left.
 *
 * @param full      at most {@link #MAX_FULL} pixels wide or high
 * @param thumbnail at most {@link #MAX_THUMBNAIL} pixels wide or high
 */
public record Picture(byte[] full, byte[] thumbnail) implements Judged {

    /** Of an upload, in megabytes; the same as {@code spring.servlet.multipart.max-file-size}. */
    public static final int MAX_MEGABYTES = 10;

    private static final int MAX_SIDE = 16_000;
    private static final long MAX_PIXELS = 65_000_000;
    private static final int MAX_FULL = 1_600;
    private static final int MAX_THUMBNAIL = 320;
    /** What a row of the database takes at most, a little below the megabyte of H2. */
    private static final int MAX_STORED = 1_000_000;

    private static final Set<String> FORMATS = Set.of("jpeg", "png");
    /** A camera writes some ten passes; each costs as much as the whole picture. */
    private static final int MAX_PASSES = 100;

    private static final short START_OF_PASS = (short) 0xFFDA;
    private static final short NOTES = (short) 0xFFE1;
    private static final int LEAST_INK = 100;
    /** A large picture takes some hundred megabytes while it is decoded. */
    private static final Semaphore DECODING = new Semaphore(2);

    /** Judges an upload by itself, so that the others of the same sender are kept. */
    public static Judged judged(byte[] upload) {
        try {
            return stored(decoded(upload));
        } catch (Unfit unfit) {
            return unfit.problem;
        }
    }

    /** @throws Rejection if it is no photo that can be taken */
    public static Picture of(byte[] upload) {
        try {
            return stored(decoded(upload));
        } catch (Unfit unfit) {
            throw unfit.problem.rejection();
        }
    }

    /** @throws Rejection if nothing was written */
    public static Picture signature(byte[] upload) {
        try {
            BufferedImage image = decoded(upload);
            if (ink(image) < LEAST_INK) {
                throw Rejection.invalid("还没有签字。请用手指在签字框里签名后再提交。");
            }
            return stored(image);
        } catch (Unfit unfit) {
            throw unfit.problem.rejection();
        }
    }

    private static BufferedImage decoded(byte[] upload) {
        if (upload.length > MAX_MEGABYTES * 1024 * 1024) {
            throw new Unfit(PhotoProblem.TOO_LARGE);
        }
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(upload))) {
            ImageReader reader = reader(stream, upload);
            try {
                reader.setInput(stream, true, true);
                return upright(reader, upload);
            } finally {
                reader.dispose();
            }
        } catch (Unfit unfit) {
            throw unfit;
        } catch (IOException | RuntimeException e) {
            // the decoders of the JDK answer a broken picture with whatever exception they run into
            throw new Unfit(PhotoProblem.BROKEN);
        }
    }

    private static ImageReader reader(ImageInputStream stream, byte[] upload) throws IOException {
        for (Iterator<ImageReader> readers = ImageIO.getImageReaders(stream); readers.hasNext(); ) {
            ImageReader reader = readers.next();
            if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                return reader;
            }
        }
        throw new Unfit(PhotoProblem.ofForeign(upload));
    }

    private static BufferedImage upright(ImageReader reader, byte[] upload) throws IOException {
        // the size is read from the header
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width > MAX_SIDE || height > MAX_SIDE || (long) width * height > MAX_PIXELS) {
            throw new Unfit(PhotoProblem.TOO_LARGE);
        }
        boolean jpeg = reader.getFormatName().equalsIgnoreCase("jpeg");
        if (jpeg && JpegData.of(upload).passes() > MAX_PASSES) {
            throw new Unfit(PhotoProblem.BROKEN);
        }
        Orientation orientation = jpeg ? orientation(upload) : null;
        DECODING.acquireUninterruptibly();
        try {
            BufferedImage image = onWhite(smaller(reader, Math.max(width, height)));
            return orientation == null
                    ? image
                    : ExifFilterUtils.getFilterForOrientation(orientation).apply(image);
        } finally {
            DECODING.release();
        }
    }

    /** Leaves out rows and columns while decoding, so that a huge picture takes no more memory than a large one. */
    private static BufferedImage smaller(ImageReader reader, int longest) throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        int every = Math.max(1, longest / (2 * MAX_FULL));
        param.setSourceSubsampling(every, every, 0, 0);
        return reader.read(0, param);
    }

    /** Null when the camera says nothing of it, or nothing that can be read: that must not cost the photo. */
    private static @Nullable Orientation orientation(byte[] jpeg) {
        try {
            ByteBuffer file = ByteBuffer.wrap(jpeg).position(2);
            for (int mark = file.getShort(); mark != START_OF_PASS; mark = file.getShort()) {
                byte[] segment = new byte[Short.toUnsignedInt(file.getShort()) - 2];
                file.get(segment);
                if (mark == NOTES && new String(segment, StandardCharsets.ISO_8859_1).startsWith("Exif")) {
                    return ExifUtils.getOrientationFromExif(segment);
                }
            }
            return null;
        } catch (RuntimeException e) {
            return null;
        }
    }

    private static BufferedImage onWhite(BufferedImage image) {
        BufferedImage opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D paper = opaque.createGraphics();
        paper.drawImage(image, 0, 0, Color.WHITE, null);
        paper.dispose();
        return opaque;
    }

    private static int ink(BufferedImage image) {
        int dark = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                Color color = new Color(image.getRGB(x, y));
                if (color.getRed() + color.getGreen() + color.getBlue() < 3 * 128) {
                    dark++;
                }
            }
        }
        return dark;
    }

    private static Picture stored(BufferedImage image) {
        try {
            return new Picture(jpeg(image, MAX_FULL), jpeg(image, MAX_THUMBNAIL));
        } catch (IOException e) {
            throw new Unfit(PhotoProblem.BROKEN);
        }
    }

    private static class Unfit extends RuntimeException {

        private final PhotoProblem problem;

        private Unfit(PhotoProblem problem) {
            this.problem = problem;
        }
    }

    private static byte[] jpeg(BufferedImage image, int longest) throws IOException {
        double scale = Math.min(1, (double) longest / Math.max(image.getWidth(), image.getHeight()));
        byte[] encoded;
        double quality = 0.8;
        do {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Thumbnails.of(image)
                    .scale(scale)
                    .outputFormat("jpg")
                    .outputQuality(quality)
                    .toOutputStream(out);
            encoded = out.toByteArray();
            quality -= 0.2;
        } while (encoded.length > MAX_STORED);
        return encoded;
    }
}
