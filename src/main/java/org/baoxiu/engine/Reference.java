package org.baoxiu.engine;

/** What an element of a process refers to by name. */
record Reference(Kind kind, String element, String value) {

    enum Kind {
        FORM("formRef"),
        DECISION("decisionRef"),
        DELEGATE("delegateExpression"),
        PROCESS("calledElement");

        private final String attribute;

        Kind(String attribute) {
            this.attribute = attribute;
        }

        /** @return the attribute's local name, in the Camunda namespace or in none */
        String attribute() {
            return attribute;
        }
    }
}
