package org.baoxiu.web.dossier;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baoxiu.fee.Bill;
import org.baoxiu.shared.Yuan;
import org.baoxiu.slip.Slip;

/** The repair before, this one with its rounds, and the repair after it: what did not hold, and what it cost (5.4). */
final class Chain {

    private Chain() {}

    /** Empty where nothing was done again. */
    static List<Dossier.Link> of(Papers papers, Words words) {
        List<Dossier.Link> chain = new ArrayList<>();
        papers.before().forEach(former -> chain.add(link("以前修过：", former, words)));
        if (papers.slip().rework()) {
            chain.add(new Dossier.Link(null, rounds(papers)));
        }
        papers.after().forEach(later -> chain.add(link("修后又报：", later, words)));
        int slips = papers.before().size() + 1 + papers.after().size();
        if (slips > 1) {
            BigDecimal cost = cost(papers.bills()).add(cost(papers.others()));
            chain.add(new Dossier.Link(null, "连同本单这 " + slips + " 张，各次费用合计 " + Yuan.text(cost)));
        }
        return chain;
    }

    private static String rounds(Papers papers) {
        return "本单返修 " + papers.slip().acceptance().reworks() + " 次，各次费用合计 " + Yuan.text(cost(papers.bills()));
    }

    /** Labour, materials and charges of all, whoever pays them. */
    private static BigDecimal cost(List<Bill> bills) {
        return bills.stream()
                .map(Bill::amounts)
                .filter(Objects::nonNull)
                .map(amounts -> amounts.total())
                .reduce(Yuan.ZERO, BigDecimal::add);
    }

    private static Dossier.Link link(String what, Slip slip, Words words) {
        return new Dossier.Link(
                slip.number(),
                what
                        + Stream.of(
                                        slip.item() == null ? "" : slip.item().name(),
                                        words.name(slip.technician()),
                                        slip.acceptance().confirmedAt() == null
                                                ? slip.state().label()
                                                : Words.time(slip.acceptance().confirmedAt()) + " 确认修好")
                                .filter(part -> !part.isEmpty())
                                .collect(Collectors.joining("，")));
    }
}
