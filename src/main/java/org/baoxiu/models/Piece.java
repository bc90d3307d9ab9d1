package org.baoxiu.models;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A part of a text that was changed.
 *
 * @param differs whether the other text has something else there
 */
public record Piece(String text, boolean differs) {

    /** Shorter ones are read at a glance. */
    private static final int SHORT = 16;

    static List<Piece> whole(String text) {
        return text.isEmpty() ? List.of() : List.of(new Piece(text, false));
    }

    /** The former text, with what is not in the present one marked. */
    static List<Piece> former(String was, String is) {
        return pieces(was, is, was, AbstractDelta::getSource);
    }

    /** The present text, with what was not in the former one marked. */
    static List<Piece> present(String was, String is) {
        return pieces(was, is, is, AbstractDelta::getTarget);
    }

    private static List<Piece> pieces(
            String was, String is, String shown, Function<AbstractDelta<String>, Chunk<String>> side) {
        if (was.length() < SHORT || is.length() < SHORT) {
            return whole(shown);
        }
        List<String> signs = signs(shown);
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(signs(was), signs(is)).getDeltas()) {
            Chunk<String> chunk = side.apply(delta);
            add(pieces, signs.subList(at, chunk.getPosition()), false);
            add(pieces, chunk.getLines(), true);
            at = chunk.getPosition() + chunk.size();
        }
        add(pieces, signs.subList(at, signs.size()), false);
        return pieces;
    }

    /** Chinese has no spaces between words: each character for itself, letters and digits together. */
    private static List<String> signs(String text) {
        return List.of(text.split("(?<![A-Za-z0-9])|(?![A-Za-z0-9])"));
    }

    private static void add(List<Piece> pieces, List<String> signs, boolean differs) {
        if (!signs.isEmpty()) {
            pieces.add(new Piece(String.join("", signs), differs));
        }
    }
}
