package org.baoxiu.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;

/** What is in a PDF, read by itself: nothing of how it was written is known here. */
public record Pdf(List<String> pages, List<String> fonts, boolean fontsEmbedded, int pictures) {

    public static Pdf read(byte[] file) {
        try (PDDocument document = Loader.loadPDF(file)) {
            List<String> pages = new ArrayList<>();
            List<String> fonts = new ArrayList<>();
            boolean embedded = true;
            int pictures = 0;
            for (int number = 1; number <= document.getNumberOfPages(); number++) {
                pages.add(text(document, number));
                PDPage page = document.getPage(number - 1);
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    fonts.add(font.getName());
                    embedded &= font.isEmbedded();
                }
                for (COSName name : page.getResources().getXObjectNames()) {
                    pictures += page.getResources().isImageXObject(name) ? 1 : 0;
                }
            }
            return new Pdf(pages, fonts.stream().distinct().toList(), embedded, pictures);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a person would select and copy, whatever the line breaks. */
    private static String text(PDDocument document, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document).replaceAll("\\s+", "");
    }

    public String text() {
        return String.join("", pages);
    }
}
