package org.baoxiu.web;

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
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, charset(name))
                                .build()
                                .toString())
                .body(content);
    }

    private static Charset charset(String name) {
        Charset plain = StandardCharsets.US_ASCII;
        return plain.newEncoder().canEncode(name) ? plain : StandardCharsets.UTF_8;
    }
}
