package org.baoxiu.evidence;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to set instead of printing a stack trace. */
class EvidenceKeyFailureAnalyzer extends AbstractFailureAnalyzer<EvidenceKeyException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, EvidenceKeyException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
    }
}
