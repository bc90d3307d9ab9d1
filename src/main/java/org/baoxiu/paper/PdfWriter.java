package org.baoxiu.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Makes PDF of the templates in {@code templates/paper}. The font travels in the file, reduced to the characters that the
 * file needs, so that any printer prints it, its text can be selected, and it is fit for the archive (PDF/A-2b). A character that the font does not have is
 * printed as 〓, for somebody to write it in by hand.
 */
@Component
public class PdfWriter {

    private static final String FONT = "fonts/NotoSansSC-extended.ttf";
    private static final String FAMILY = "Noto Sans SC";
    private static final int REGULAR = 400;
    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private static final String MISSING = "〓";

    static {
        // otherwise it tells the console about every page
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final ITemplateEngine templates;
    private final byte[] font;

    PdfWriter(ITemplateEngine templates) throws IOException {
        this.templates = templates;
        this.font = new ClassPathResource(FONT).getContentAsByteArray();
    }

    /**
     * @param template below {@code templates/paper}, without its ending
     * @param content  what it shows, by the names that it uses
     */
    public byte[] write(String template, Map<String, Object> content) {
        String page = templates.process("paper/" + template, new Context(Locale.CHINA, content));
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .useFont(() -> new ByteArrayInputStream(font), FAMILY, REGULAR, FontStyle.NORMAL, true)
                    .usePdfAConformance(PdfAConformance.PDFA_2_B)
                    .useColorProfile(COLOURS)
                    .useReplacementText(MISSING)
                    .withHtmlContent(page, null)
                    .toStream(pdf)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }
}
