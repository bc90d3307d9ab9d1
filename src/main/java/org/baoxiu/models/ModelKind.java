package org.baoxiu.models;

/** What a file of the models is. */
public enum ModelKind {
    PROCESS("流程"),
    TABLE("规则表"),
    FORM("表单");

    private final String label;

    ModelKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
