package org.baoxiu.engine;

import java.util.Map;
import java.util.TreeMap;

/** A process together with the forms that it refers to. */
final class Bundle {

    private Bundle() {}

    /**
     * @param formFiles resource name by form id
     * @param forms     content by resource name
     */
    static Map<String, byte[]> of(
            String process, byte[] content, Map<String, String> formFiles, Map<String, byte[]> forms) {
        Map<String, byte[]> files = new TreeMap<>();
        files.put(process, content);
        for (Reference reference : References.in(content)) {
            if (reference.kind() == Reference.Kind.FORM) {
                String file = formFiles.get(reference.value());
                files.put(file, forms.get(file));
            }
        }
        return files;
    }
}
