package org.baoxiu.monthend.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.baoxiu.shared.Rejection;
import org.springframework.stereotype.Component;

/** The topics of a month, in the order of the workbook (3.4, 4.7.1, 5.4). */
@Component
public class Reports {

    private final List<Report> all;
    private final SlipReports slips;

    Reports(
            Queries queries,
            SlipReports slips,
            PromiseReports promises,
            QualityReports quality,
            FeeReports fees,
            StaffReports staff,
            IncidentReports incidents,
            RepeatReports repeats,
            ChangeReports changes) {
        this.slips = slips;
        this.all = Stream.of(
                        Stream.of(queries.overview(), queries.year(), slips.flow(), slips.open(), slips.accidents()),
                        Arrays.stream(Dimension.values()).map(slips::requests),
                        Stream.of(
                                queries.receiptTimes(),
                                queries.durations("times-class", Dimension.REPAIR_CLASS),
                                queries.durations("times-item", Dimension.ITEM),
                                promises.promises(),
                                promises.roles(),
                                promises.lateSlips(),
                                incidents.incidents(),
                                quality.rework(),
                                repeats.inPlace(),
                                repeats.inBuilding(),
                                repeats.causes(),
                                quality.misjudged(),
                                promises.deferrals(),
                                quality.satisfactionByTeam(),
                                quality.satisfactionByTechnician(),
                                queries.trend(),
                                quality.lowScores(),
                                changes.calledOff(),
                                changes.downgraded(),
                                changes.putRight(),
                                changes.forcedEntries(),
                                changes.contractors(),
                                fees.materials(),
                                fees.unaccounted(),
                                fees.fees(),
                                fees.money(),
                                fees.borne(),
                                fees.letOff(),
                                staff.staff(),
                                staff.clerks(),
                                fees.statements(),
                                fees.corrections(),
                                slips.slips(),
                                slips.extras()))
                .<Report>flatMap(topic -> topic)
                .toList();
    }

    public List<Report> all() {
        return all;
    }

    public Optional<Report> find(String code) {
        return all.stream().filter(report -> report.code().equals(code)).findFirst();
    }

    static String code(Dimension dimension) {
        return dimension.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws Rejection if there is no such count */
    Report behind(String count, String value) {
        return find(count)
                .flatMap(Report::dimension)
                .map(by -> slips.slips(by, value))
                .orElseThrow(() -> Rejection.invalid("没有“" + count + "”这项统计，请从月报里点开。"));
    }

    /** The slips behind one line of a count. */
    public Report slips(Dimension by, String value) {
        return slips.slips(by, value);
    }
}
