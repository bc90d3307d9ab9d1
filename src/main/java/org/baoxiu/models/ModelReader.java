package org.baoxiu.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Reads the models that are packed into the application, or those of a directory instead. */
@Component
class ModelReader {

    private static final Map<String, List<String>> FOLDERS = Map.of(
            "processes", List.of(".bpmn", ".dmn"),
            "forms", List.of(".form"));

    private final ModelProperties properties;

    ModelReader(ModelProperties properties) {
        this.properties = properties;
    }

    /** Those that this program was built with, whatever the settings say. */
    Models packed() {
        Map<String, byte[]> files = new TreeMap<>();
        try {
            for (String folder : FOLDERS.keySet()) {
                readPacked(folder, files);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Models(files);
    }

    /** @throws BrokenModelsException if the directory, or a file in it, cannot be read */
    Models read() {
        if (properties.packed()) {
            return packed();
        }
        Map<String, byte[]> files = new TreeMap<>();
        for (String folder : FOLDERS.keySet()) {
            readDirectory(Path.of(properties.directory()), folder, files);
        }
        return new Models(files);
    }

    private static void readPacked(String folder, Map<String, byte[]> files) throws IOException {
        for (Resource resource :
                new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/*")) {
            if (resource.getFilename() != null && isModel(folder, resource.getFilename())) {
                files.put(folder + "/" + resource.getFilename(), resource.getContentAsByteArray());
            }
        }
    }

    private static void readDirectory(Path root, String folder, Map<String, byte[]> files) {
        Path directory = root.resolve(folder);
        if (!Files.isDirectory(directory)) {
            throw new BrokenModelsException(List.of("设置 baoxiu.models.directory 是“%s”，但是没有目录 %s。"
                    .formatted(root, directory.toAbsolutePath().normalize())));
        }
        try (Stream<Path> paths = Files.list(directory)) {
            for (Path path : paths.filter(
                            path -> isModel(folder, path.getFileName().toString()))
                    .toList()) {
                files.put(folder + "/" + path.getFileName(), content(path));
            }
        } catch (IOException | UncheckedIOException e) {
            throw unreadable("目录", directory);
        }
    }

    private static byte[] content(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw unreadable("文件", path);
        }
    }

    private static BrokenModelsException unreadable(String kind, Path path) {
        return new BrokenModelsException(List.of("%s“%s”读不出来。请检查它的权限，并确认它不是坏的链接。"
                .formatted(kind, path.toAbsolutePath().normalize())));
    }

    private static boolean isModel(String folder, String name) {
        return FOLDERS.getOrDefault(folder, List.of()).stream().anyMatch(name::endsWith);
    }
}
