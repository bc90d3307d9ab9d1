package org.baoxiu.process.repair.correction;

import org.baoxiu.commitment.Commitments;
import org.baoxiu.notification.Event;
import org.baoxiu.process.contractor.ContractorOrders;
import org.baoxiu.process.repair.Steps;
import org.baoxiu.process.repair.step2register.Decided;
import org.baoxiu.process.repair.step4dispatch.Coverage;
import org.baoxiu.process.repair.telling.StaffNews;
import org.baoxiu.slip.CatalogueItem;
import org.baoxiu.slip.Classification;
import org.baoxiu.slip.Corrections;
import org.baoxiu.slip.Slips;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Item and class of a slip that has been put right, by the tables of its registration and beside its work (4.2). */
@Configuration(proxyBeanMethods = false)
class CorrectedDecisions {

    @Bean
    ExecutionListener recordCorrectedItem(
            Steps steps, Slips slips, Corrections corrections, Coverage coverage, ContractorOrders contractors) {
        return steps.deciding("维修目录里没有所选的项目，请从列出的项目中选择。", (slip, answer) -> {
            CatalogueItem before = slips.get(slip).registeredItem();
            String code = slips.get(slip).diagnosis().itemCode();
            CatalogueItem item = Decided.item(code == null ? before.code() : code, answer, true);
            corrections.useItem(slip, item);
            if (!before.code().equals(item.code())) {
                coverage.check(slip);
                contractors.itemChanged(slip, before);
            }
        });
    }

    @Bean
    ExecutionListener recordCorrectedClass(
            Steps steps, Slips slips, Corrections corrections, Commitments commitments, StaffNews news) {
        return steps.deciding("界定规则没有给出类别，请联系流程管理人员检查界定规则表。", (slip, answer) -> {
            boolean raisedBefore = slips.get(slip).severity().raised();
            Classification result = Decided.classification(answer);
            corrections.classify(slip, result, commitments.unsolvedTooLong(slip));
            if (slips.get(slip).severity().raised() && !raisedBefore) {
                news.tell(
                        slips.get(slip).accidentOpen() ? Event.ACCIDENT_DECLARED : Event.CLASS_RAISED,
                        slip,
                        result.reason());
            }
        });
    }
}
