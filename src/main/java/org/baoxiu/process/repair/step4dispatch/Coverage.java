package org.baoxiu.process.repair.step4dispatch;

import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.dispatch.Qualification;
import org.baoxiu.process.repair.telling.WorkNews;
import org.baoxiu.shared.Person;
import org.baoxiu.slip.CatalogueItem;
import org.baoxiu.slip.Slips;
import org.springframework.stereotype.Component;

/** Whether anybody could go to a slip at all; if not, it is said at once and not when somebody tries to pick it up (Q3). */
@Component
public class Coverage {

    private final Dispatch dispatch;
    private final Slips slips;
    private final WorkNews news;

    Coverage(Dispatch dispatch, Slips slips, WorkNews news) {
        this.dispatch = dispatch;
        this.slips = slips;
        this.news = news;
    }

    public void check(String slipNumber) {
        if (dispatch.candidates(slipNumber).isEmpty()) {
            CatalogueItem item = slips.get(slipNumber).registeredItem();
            String qualification =
                    item.contractorOnly() ? "任何一项" : Qualification.toGoTo(item).label();
            slips.note(slipNumber, Person.system(), 0, "Q3", "现在没有" + qualification + "资质有效又在岗的人员，已告知工程部主管");
            news.nobodyQualified(slipNumber);
        }
    }
}
