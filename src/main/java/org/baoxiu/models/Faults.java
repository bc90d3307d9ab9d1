package org.baoxiu.models;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.baoxiu.shared.Rejection;

/** What is wrong with models: one Chinese sentence each, which names the file and the place, says what is wrong and what would be right. */
final class Faults {

    private static final int SHOWN = 8;
    private static final String HEADING = "没有部署，原来的规则和流程照常使用。请改正后重新部署：";

    private final List<String> all = new ArrayList<>();

    void add(String file, String sentence, Object... parts) {
        String one = beginning(file) + sentence.formatted(parts);
        if (!all.contains(one)) {
            all.add(one);
        }
    }

    private static String beginning(String file) {
        return "【" + file.replaceFirst("^.*/", "") + "】";
    }

    static boolean isOf(String file, String fault) {
        return fault.startsWith(beginning(file));
    }

    void addAll(Faults others) {
        others.all.stream().filter(one -> !all.contains(one)).forEach(all::add);
    }

    boolean none() {
        return all.isEmpty();
    }

    List<String> all() {
        return List.copyOf(all);
    }

    void refuse() {
        if (!all.isEmpty()) {
            throw refusal(all);
        }
    }

    static Rejection refusal(List<String> faults) {
        String more = faults.size() > SHOWN ? "\n另外还有 " + (faults.size() - SHOWN) + " 处。" : "";
        return Rejection.invalid(
                HEADING + "\n" + faults.stream().limit(SHOWN).collect(Collectors.joining("\n")) + more);
    }

    /** The sentences of a refusal. */
    static List<String> in(Rejection refusal) {
        return refusal.getMessage()
                .lines()
                .filter(line -> !line.equals(HEADING))
                .toList();
    }
}
