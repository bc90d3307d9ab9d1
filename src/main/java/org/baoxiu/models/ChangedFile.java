package org.baoxiu.models;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.baoxiu.shared.Hash;
import org.jspecify.annotations.Nullable;

/**
 * A file that differs between two sets of models.
 *
 * @param process key of the process, or of the one that a form is deployed with; null of a table
 * @param name    of the file, without folders
 * @param before  null if it is new
 * @param after   null if it is gone
 */
record ChangedFile(
        ModelKind kind, @Nullable String process, String name, byte @Nullable [] before, byte @Nullable [] after) {

    static List<ChangedFile> between(ModelSet before, ModelSet after) {
        List<ChangedFile> changed = new ArrayList<>();
        both(before.processes(), after.processes())
                .forEach(key -> process(
                        key, before.processes().get(key), after.processes().get(key), changed));
        Map<String, ChangedFile> tables = new LinkedHashMap<>();
        both(before.decisions(), after.decisions()).forEach(key -> file(
                        ModelKind.TABLE,
                        null,
                        before.decisions().get(key),
                        after.decisions().get(key),
                        TableModel::file,
                        TableModel::content)
                // a file with several tables is one; a table that is not new says what it was
                .ifPresent(table ->
                        tables.merge(table.name(), table, (one, other) -> one.before() == null ? other : one)));
        changed.addAll(tables.values());
        return changed;
    }

    private static Set<String> both(Map<String, ?> one, Map<String, ?> other) {
        Set<String> keys = new TreeSet<>(one.keySet());
        keys.addAll(other.keySet());
        return keys;
    }

    private static void process(
            String key, @Nullable ProcessModel was, @Nullable ProcessModel is, List<ChangedFile> changed) {
        file(ModelKind.PROCESS, key, was, is, ProcessModel::file, ProcessModel::content)
                .ifPresent(changed::add);
        Map<String, FormModel> before = was == null ? Map.of() : was.forms();
        Map<String, FormModel> after = is == null ? Map.of() : is.forms();
        both(before, after).forEach(id -> file(
                        ModelKind.FORM, key, before.get(id), after.get(id), FormModel::file, FormModel::content)
                .ifPresent(changed::add));
    }

    /** Empty if they do not differ. */
    private static <M> Optional<ChangedFile> file(
            ModelKind kind,
            @Nullable String process,
            @Nullable M was,
            @Nullable M is,
            Function<M, String> name,
            Function<M, byte[]> content) {
        byte[] before = was == null ? null : content.apply(was);
        byte[] after = is == null ? null : content.apply(is);
        return Arrays.equals(before, after)
                ? Optional.empty()
                : Stream.of(Optional.ofNullable(is), Optional.ofNullable(was))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .map(named -> new ChangedFile(kind, process, plain(name.apply(named)), before, after));
    }

    /** What it is and what becomes of it. */
    String fingerprint() {
        return kind + " " + process + " " + name + " " + fingerprint(before) + " " + fingerprint(after);
    }

    private static String fingerprint(byte @Nullable [] content) {
        return content == null ? "" : Hash.of(new String(content, StandardCharsets.UTF_8));
    }

    /** As the person knows it. */
    static String plain(String file) {
        return file.replaceFirst("^.*[/\\\\]", "");
    }
}
