package org.baoxiu.process.repair.step4dispatch;

import java.util.ArrayList;
import java.util.List;
import org.baoxiu.monthend.Causes;
import org.baoxiu.process.repair.variables.StepVariables;
import org.baoxiu.process.repair.variables.Values;
import org.baoxiu.shared.Markdown;
import org.baoxiu.shared.Telephones;
import org.baoxiu.shared.Times;
import org.baoxiu.slip.CatalogueItem;
import org.baoxiu.slip.Slip;
import org.springframework.stereotype.Component;

/** What whoever takes a slip prepares for: tools, materials, and why the same had to be repaired there before (4.3.3, 4.7.7). */
@Component
class DispatchVariables implements StepVariables {

    private static final int WORDS = 200;

    private final Causes causes;

    DispatchVariables(Causes causes) {
        this.causes = causes;
    }

    @Override
    public void write(Slip slip, Values values) {
        CatalogueItem item = slip.item();
        values.put("toolsAndMaterials", item == null ? "" : prepared(item, slip));
    }

    private String prepared(CatalogueItem item, Slip slip) {
        List<String> parts = new ArrayList<>(List.of("工具：" + item.tools(), "材料：" + item.materials()));
        if (slip.technician() == null) {
            causes.before(slip.number())
                    .forEach(one -> parts.add("这里以前的原因（" + Times.minute(one.closedAt()) + "）：" + words(one.cause())
                            + (one.workDone() == null ? "" : "；做了：" + words(one.workDone()))));
            causes.signedFor(slip.number())
                    .forEach(one -> parts.add("主管对本楼这一项签的处置：" + words(one.cause()) + "——" + words(one.done())));
        }
        return String.join("\n\n", parts);
    }

    private static String words(String written) {
        return Markdown.plain(Telephones.hiddenIn(written), WORDS);
    }
}
