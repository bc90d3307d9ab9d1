package org.baoxiu.web.models;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.baoxiu.shared.Rejection;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** Files of models as the browser sends them. */
final class ModelFiles {

    private ModelFiles() {}

    /** By their names; empty if none was chosen. */
    static Map<String, byte[]> of(@Nullable List<MultipartFile> sent) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (MultipartFile file : sent == null ? List.<MultipartFile>of() : sent) {
            String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            // a form without a file has one part without a name
            if (!name.isEmpty() && files.put(name, file.getBytes()) != null) {
                throw Rejection.invalid("“" + name + "”选了两次，请只留一个。");
            }
        }
        return files;
    }
}
