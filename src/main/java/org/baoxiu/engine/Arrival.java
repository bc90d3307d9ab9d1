package org.baoxiu.engine;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Files that somebody wants to become active together.
 *
 * @param name        of the deployment, as its maker has called it; may be null
 * @param source      what made it, such as {@code Camunda Modeler}; may be null
 * @param files       content by resource name
 * @param ifDifferent whether nothing is to happen where all of it is active already
 * @param confirmed   whether somebody has said that figures which jump are meant
 */
public record Arrival(
        @Nullable String name,
        @Nullable String source,
        Map<String, byte[]> files,
        boolean ifDifferent,
        boolean confirmed) {

    public Arrival {
        files = new TreeMap<>(files);
    }

    public Arrival with(Map<String, byte[]> others) {
        return new Arrival(name, source, others, ifDifferent, confirmed);
    }
}
