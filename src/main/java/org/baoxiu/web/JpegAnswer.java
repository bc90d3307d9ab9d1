package org.baoxiu.web;

import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A photo of a slip as the browser gets it. */
public final class JpegAnswer {

    private JpegAnswer() {}

    public static ResponseEntity<byte[]> of(Optional<byte[]> image) {
        return image.map(jpeg ->
                        ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).body(jpeg))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
