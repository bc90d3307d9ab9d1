package org.baoxiu.workflow.engine;

/** What an element of a process refers to by name. */
record Reference(Kind kind, String element, String value) {

  enum Kind {
    FORM("formRef"), DECISION("decisionRef"), DELEGATE("delegateExpression");

    private final String attribute;

    Kind(String attribute) {
      this.attribute = attribute;
    }

    /** @return the attribute's local name in the Camunda namespace */
    String attribute() {
      return attribute;
    }
  }
}
