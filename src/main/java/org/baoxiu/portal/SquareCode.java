package org.baoxiu.portal;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/**
 * A QR code as a drawing.
 *
 * @param size of the drawing, in modules with the quiet margin
 * @param path of its dark modules, as SVG writes it
 */
record SquareCode(int size, String path) {

  static SquareCode of(String address) {
    try {
      BitMatrix code = new QRCodeWriter().encode(address, BarcodeFormat.QR_CODE, 0, 0,
          Map.of(EncodeHintType.CHARACTER_SET, "UTF-8", EncodeHintType.ERROR_CORRECTION, "M"));
      StringBuilder path = new StringBuilder();
      for (int y = 0; y < code.getHeight(); y++) {
        for (int x = 0; x < code.getWidth(); x++) {
          if (code.get(x, y)) {
            path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
          }
        }
      }
      return new SquareCode(code.getWidth(), path.toString());
    } catch (WriterException e) {
      throw new IllegalArgumentException("no code for " + address.length() + " characters", e);
    }
  }
}
