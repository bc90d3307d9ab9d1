package org.baoxiu.web.models;

import java.util.List;
import java.util.Optional;
import org.baoxiu.models.Drawing;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;

/** Diagrams as the script {@code drawing.js} asks for them. */
final class Drawings {

    private Drawings() {}

    /** @param found those that are shown together; empty if there is nothing to draw at this address */
    static ResponseEntity<List<Drawing>> answer(Optional<List<Drawing>> found) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(found.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}
