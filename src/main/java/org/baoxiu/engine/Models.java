package org.baoxiu.engine;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that gets deployed, by resource name ({@code processes/repair-request.bpmn}, {@code forms/assess-fault.form}).
 * Names are relative to where the models lie, so that starting elsewhere makes no new versions.
 */
final class Models {

    private final SortedMap<String, byte[]> files;

    Models(Map<String, byte[]> files) {
        this.files = new TreeMap<>(files);
    }

    SortedMap<String, byte[]> processes() {
        return endingWith(".bpmn");
    }

    SortedMap<String, byte[]> decisions() {
        return endingWith(".dmn");
    }

    SortedMap<String, byte[]> forms() {
        return endingWith(".form");
    }

    private SortedMap<String, byte[]> endingWith(String suffix) {
        SortedMap<String, byte[]> found = new TreeMap<>(files);
        found.keySet().removeIf(name -> !name.endsWith(suffix));
        return found;
    }

    static InputStream stream(byte[] content) {
        return new ByteArrayInputStream(content);
    }

    static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }
}
