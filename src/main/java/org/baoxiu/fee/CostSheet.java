package org.baoxiu.fee;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.baoxiu.shared.Markdown;
import org.baoxiu.shared.Yuan;

/** The Markdown lines of a quote or a bill that forms show: each part, the total, who pays, what the owner pays (4.3.4.4). */
final class CostSheet {

    private static final int LINE_LENGTH = 500;

    private final List<String> lines = new ArrayList<>();

    CostSheet costs(BigDecimal labour, List<MaterialLine> materials) {
        line("人工费：" + Yuan.text(labour));
        if (materials.isEmpty()) {
            line("材料费：无");
        }
        materials.forEach(material -> line("材料：" + material.describe()));
        return this;
    }

    /** A charge that stands from before a rework is named as such: the rule itself then charges the owner nothing. */
    CostSheet sum(FeeRule rule, Amounts amounts) {
        line("上门服务费：" + Yuan.text(amounts.serviceCharge()));
        line("合计：" + Yuan.text(amounts.total()));
        line("付费方：" + rule.payerLabel() + "（" + rule.reason() + "）");
        return important("业主应付", amounts.ownerPays(), remark(rule, amounts));
    }

    private static String remark(FeeRule rule, Amounts amounts) {
        if (!rule.ownerPays() && amounts.ownerPays().signum() > 0) {
            return "（返修前已核定的金额，返修不另收费）";
        }
        if (rule.ownerPays() && amounts.ownerPays().compareTo(rule.minimumCharge()) == 0) {
            return "（按最低收费）";
        }
        return rule.ownerPays() && rule.ownerSharePercent() < 100 ? "（合计的 " + rule.ownerSharePercent() + "%）" : "";
    }

    CostSheet important(String label, BigDecimal amount, String remark) {
        lines.add("- " + label + "：**" + Yuan.text(amount) + "**" + Markdown.plain(remark));
        return this;
    }

    CostSheet line(String text) {
        lines.add("- " + Markdown.plain(text, LINE_LENGTH));
        return this;
    }

    String markdown() {
        return String.join("\n", lines);
    }
}
