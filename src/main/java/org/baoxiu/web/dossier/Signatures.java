package org.baoxiu.web.dossier;

import java.util.ArrayList;
import java.util.List;
import org.baoxiu.fee.ConsentOutcome;
import org.baoxiu.shared.Yuan;
import org.baoxiu.slip.Acceptance;
import org.baoxiu.slip.EntryApplication;
import org.baoxiu.slip.Slip;

/** Who signed for what: a forced entry, a price, the finished work (4.7.5, 4.3.4.4, 4.3.4.8, 4.5.1). */
final class Signatures {

    private Signatures() {}

    static Table of(Papers papers, Words words) {
        Slip slip = papers.slip();
        List<List<String>> lines = new ArrayList<>();
        EntryApplication entry = slip.intake().application();
        if (entry != null) {
            lines.add(List.of(
                    "撬锁、破门的书面申请", entry.applicant(), entry.date().toString(), words.written(entry.reference())));
        }
        papers.quotes().stream()
                .filter(quote -> quote.consentOutcome() == ConsentOutcome.AGREED)
                .forEach(quote -> lines.add(List.of(
                        "同意维修内容和金额",
                        quote.consentBy() == null ? "" : quote.consentBy().toString(),
                        Words.time(quote.decidedAt()),
                        quote.amounts() == null ? "" : Yuan.text(quote.amounts().ownerPays()))));
        Acceptance acceptance = slip.acceptance();
        if (acceptance.confirmedAt() != null) {
            lines.add(List.of(
                    slip.publicArea() ? "核查合格" : "验收合格",
                    slip.publicArea() ? words.name(acceptance.confirmedBy()) : acceptance.confirmedBy(),
                    Words.time(acceptance.confirmedAt()),
                    acceptance.confirmed() ? "" : "后来返修"));
        }
        return Table.of("signatures", "签字", List.of("事项", "谁", "时间", "说明"), lines);
    }
}
