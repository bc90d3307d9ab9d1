package org.baoxiu.people;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to set instead of printing a stack trace. */
class AdministratorFailureAnalyzer extends AbstractFailureAnalyzer<AdministratorException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, AdministratorException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
    }
}
