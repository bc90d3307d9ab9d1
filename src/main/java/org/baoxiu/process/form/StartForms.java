package org.baoxiu.process.form;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What came in with the start of a process. */
public final class StartForms {

    private StartForms() {}

    /** Reads a start form; anything that is not a field of it is a {@link org.baoxiu.shared.Rejection}. */
    public static Submission read(Inputs form, DelegateExecution process) {
        return read(form, process, Set.of());
    }

    /** @param free names of fields that the process owner has added to the form */
    public static Submission read(Inputs form, DelegateExecution process, Set<String> free) {
        Set<String> own = new HashSet<>(free);
        own.add(EngineVariables.INITIATOR);
        return form.readOnly(process.getVariables(), own);
    }
}
