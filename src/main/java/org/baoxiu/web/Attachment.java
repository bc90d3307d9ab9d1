package org.baoxiu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file for a browser to save. */
public final class Attachment {

    private static final MediaType WORKBOOK =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private Attachment() {}

    public static ResponseEntity<byte[]> workbook(String name, byte[] content) {
        return of(name, WORKBOOK, content);
    }

    public static ResponseEntity<byte[]> of(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(name))
                .body(content);
    }

    /** For content that is too long to be held in memory and is written afterwards. */
    public static void head(HttpServletResponse response, String name, MediaType type) {
        response.setContentType(type.toString());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(name));
    }

    private static String disposition(String name) {
        return ContentDisposition.attachment()
                .filename(name, charset(name))
                .build()
                .toString();
    }

    private static Charset charset(String name) {
        Charset plain = StandardCharsets.US_ASCII;
        return plain.newEncoder().canEncode(name) ? plain : StandardCharsets.UTF_8;
    }
}
