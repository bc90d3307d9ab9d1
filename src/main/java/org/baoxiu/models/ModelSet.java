package org.baoxiu.models;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** What is active, or would be, as a whole: processes and decisions by their ids, each process with its forms. */
record ModelSet(Map<String, ProcessModel> processes, Map<String, TableModel> decisions) {

    ModelSet {
        processes = new TreeMap<>(processes);
        decisions = new TreeMap<>(decisions);
    }

    boolean isEmpty() {
        return processes.isEmpty() && decisions.isEmpty();
    }

    ModelSet with(Map<String, ProcessModel> moreProcesses, Map<String, TableModel> moreDecisions) {
        ModelSet all = new ModelSet(processes, decisions);
        all.processes.putAll(moreProcesses);
        all.decisions.putAll(moreDecisions);
        return all;
    }

    /** Equal for sets that are judged alike. */
    String fingerprint() {
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
