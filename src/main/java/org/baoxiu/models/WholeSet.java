package org.baoxiu.models;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that would be in force with a draft.
 *
 * @param fingerprint equal for sets that are alike
 * @param changed     names of the files that differ from what is in force
 * @param deployments files of each by name, as they are deployed
 * @param diagrams    by the keys of the processes
 */
public record WholeSet(
        String fingerprint, List<String> changed, List<Map<String, byte[]>> deployments, Map<String, byte[]> diagrams) {

    static WholeSet of(ModelSet before, ModelSet after) {
        Map<String, Map<String, byte[]>> deployments = new TreeMap<>();
        Map<String, byte[]> diagrams = new TreeMap<>();
        after.processes().forEach((key, process) -> {
            Map<String, byte[]> files = deployments.computeIfAbsent(process.file(), first -> new TreeMap<>());
            files.put(process.file(), process.content());
            process.forms().values().forEach(form -> files.put(form.file(), form.content()));
            diagrams.put(key, process.content());
        });
        after.decisions().values().forEach(table -> deployments
                .computeIfAbsent(table.file(), first -> new TreeMap<>())
                .put(table.file(), table.content()));
        return new WholeSet(
                after.fingerprint(),
                ChangedFile.between(before, after).stream()
                        .map(ChangedFile::name)
                        .distinct()
                        .toList(),
                List.copyOf(deployments.values()),
                diagrams);
    }
}
