package org.baoxiu.monthend.report;

/** By what requests are counted (3.4): the columns of a slip that say it. The names are also those of the addresses. */
public enum Dimension {
    CHANNEL("按渠道", "渠道", CellType.CHANNEL, "s.channel", "按报修渠道。"),
    OFFICE("按管理处", "管理处", CellType.TEXT, "s.office", "按报修地点所属的管理处。"),
    /** A building is one of its office: each has its own 3 栋. */
    BUILDING(
            "按楼栋",
            "管理处和楼栋",
            CellType.TEXT,
            "s.office || ' · ' || coalesce(s.building, '未写明楼栋')",
            "按管理处和报修地点写明的楼栋，3栋、3幢、3号楼算同一栋；没有写明的归入“未写明楼栋”，不作推测。不同管理处的同名楼栋分开统计。"),
    ITEM("按项目", "维修项目", CellType.TEXT, "coalesce(s.item_name, '未选项目')", "按登记或评估后选定的维修项目。"),
    REPAIR_CLASS("按类别", "类别", CellType.REPAIR_CLASS, "coalesce(s.repair_class, '')", "按最后界定的维修类别；登记前取消的为未界定。"),
    HOUR(
            "按时段",
            "接报时段",
            CellType.TEXT,
            "lpad(cast(cast(extract(hour from s.received_at) as int) as varchar(2)), 2, '0') || ' 时'",
            "按真实接报时间的整点，如“08 时”是 8:00 至 8:59。");

    private final String title;
    private final String heading;
    private final CellType type;
    private final String expression;
    private final String definition;

    Dimension(String title, String heading, CellType type, String expression, String definition) {
        this.title = title;
        this.heading = heading;
        this.type = type;
        this.expression = expression;
        this.definition = definition;
    }

    String title() {
        return title;
    }

    String heading() {
        return heading;
    }

    CellType type() {
        return type;
    }

    String expression() {
        return expression;
    }

    String definition() {
        return definition;
    }
}
