package org.baoxiu.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** Pictures inside a page that is printed, as data URIs. */
public final class Pictures {

    /** Pixels; on a slip the code is printed 23 mm wide. */
    private static final int QR_SIZE = 300;

    private Pictures() {}

    static String jpeg(byte[] picture) {
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(picture);
    }

    /** A code that a phone reads also from a sheet that was folded or got wet. */
    public static String qrCode(String link) {
        try {
            BitMatrix code = new QRCodeWriter()
                    .encode(
                            link,
                            BarcodeFormat.QR_CODE,
                            QR_SIZE,
                            QR_SIZE,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 2));
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(code));
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code for a link of " + link.length() + " characters", e);
        }
    }

    private static byte[] png(BitMatrix code) {
        BufferedImage picture = new BufferedImage(code.getWidth(), code.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                picture.setRGB(x, y, code.get(x, y) ? 0x000000 : 0xFFFFFF);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}
