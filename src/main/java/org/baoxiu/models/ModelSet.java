package org.baoxiu.models;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is active, or would be, as a whole: processes and decisions by their ids, each process with its forms. Never changes. */
final class ModelSet {

    private final Map<String, ProcessModel> processes;
    private final Map<String, TableModel> decisions;

    /** Of all files, which take a moment: asked several times before and after each change of what is active. */
    private volatile @Nullable String fingerprint;

    ModelSet(Map<String, ProcessModel> processes, Map<String, TableModel> decisions) {
        this.processes = Collections.unmodifiableMap(new TreeMap<>(processes));
        this.decisions = Collections.unmodifiableMap(new TreeMap<>(decisions));
    }

    Map<String, ProcessModel> processes() {
        return processes;
    }

    Map<String, TableModel> decisions() {
        return decisions;
    }

    boolean isEmpty() {
        return processes.isEmpty() && decisions.isEmpty();
    }

    ModelSet with(Map<String, ProcessModel> moreProcesses, Map<String, TableModel> moreDecisions) {
        return new ModelSet(both(processes, moreProcesses), both(decisions, moreDecisions));
    }

    private static <M> Map<String, M> both(Map<String, M> these, Map<String, M> more) {
        Map<String, M> all = new TreeMap<>(these);
        all.putAll(more);
        return all;
    }

    /** Equal for sets that are judged alike. */
    String fingerprint() {
        String known = fingerprint;
        if (known == null) {
            known = digest();
            fingerprint = known;
        }
        return known;
    }

    private String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            processes.forEach((key, process) -> {
                digest.update(key.getBytes());
                digest.update(process.content());
                process.forms().values().forEach(form -> digest.update(form.content()));
            });
            decisions.forEach((key, decision) -> {
                digest.update(key.getBytes());
                digest.update(decision.content());
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
