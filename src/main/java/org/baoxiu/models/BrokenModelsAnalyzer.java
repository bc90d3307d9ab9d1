package org.baoxiu.models;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells a process owner what is wrong with the models instead of printing a stack trace. */
class BrokenModelsAnalyzer extends AbstractFailureAnalyzer<BrokenModelsException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BrokenModelsException cause) {
        String description = "The models are not complete. 流程模型有误：\n\n  - " + String.join("\n  - ", cause.problems());
        return new FailureAnalysis(description, "Correct the named files and start again. 请改正上述文件后重新启动。", cause);
    }
}
