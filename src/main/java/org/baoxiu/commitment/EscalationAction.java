package org.baoxiu.commitment;

/** What may be done about a missed promise; which of them is offered says the table of escalations (4.6, 5). */
public enum EscalationAction {
    ACKNOWLEDGE("知悉"),
    REASSIGN("改派"),
    ADD_PEOPLE("增派"),
    TAKE_OVER("接手"),
    APPROVE("批准继续"),
    NEW_TIME("报告新的时间");

    private final String label;

    EscalationAction(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
