package org.baoxiu.process.form;

import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.VariableScope;

/** What the engine itself writes into a process. */
public final class EngineVariables {

    /** The login name of whoever started the process ({@code camunda:initiator}). */
    public static final String INITIATOR = "initiator";

    private EngineVariables() {}

    /** What the decision table has answered that the present element asks. */
    public static DmnDecisionResult answer(VariableScope process) {
        return (DmnDecisionResult) process.getVariable("decisionResult");
    }
}
