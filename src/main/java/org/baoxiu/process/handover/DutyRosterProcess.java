package org.baoxiu.process.handover;

import org.baoxiu.process.form.Field;
import org.baoxiu.process.form.Form;

/** The contract with {@code processes/duty-roster.bpmn}: who is on duty when. */
public final class DutyRosterProcess {

    public static final String KEY = "dutyRoster";

    public static final Field<String> OFFICE = Field.text("office", "管理处", 40);
    public static final Field<String> TEAM = Field.text(
            "rosterTeam",
            "小组",
            "maintenance|customerService|customerServiceLead|engineeringSupervisor|director|dutyDirector",
            "请从列出的小组中选择。");
    public static final Field<String> ROSTER = Field.text("rosterText", "值班表", 4000);
    public static final Form FORM = Form.of("duty-roster", OFFICE, TEAM, ROSTER);

    private DutyRosterProcess() {}
}
