package org.baoxiu.models;

import java.util.List;
import java.util.Optional;
import org.baoxiu.shared.Rejection;
import org.springframework.stereotype.Service;

/** The diagrams of a draft and of a change, before and after, with what differs marked at its place. */
@Service
public class DrawnDifferences {

    private final GoingLive live;
    private final ModelChanges changes;

    DrawnDifferences(GoingLive live, ModelChanges changes) {
        this.live = live;
        this.changes = changes;
    }

    /** What a draft would change of the diagram of a process at this moment; empty if that is nothing, or its files cannot be read. */
    public Optional<List<Drawing>> ofDraft(long draft, String process) {
        try {
            return drawn(live.changed(draft), process);
        } catch (Rejection unreadable) {
            return Optional.empty();
        }
    }

    /** What a change has changed of it; empty if that is nothing. */
    public Optional<List<Drawing>> ofChange(long change, String process) {
        return drawn(changes.files(change), process);
    }

    private static Optional<List<Drawing>> drawn(List<ChangedFile> files, String process) {
        return files.stream()
                .filter(file -> file.kind() == ModelKind.PROCESS && process.equals(file.process()))
                .findFirst()
                .map(DrawnDifference::of);
    }
}
