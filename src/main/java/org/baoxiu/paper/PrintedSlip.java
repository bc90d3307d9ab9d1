package org.baoxiu.paper;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.baoxiu.fee.Amounts;
import org.baoxiu.fee.Bill;
import org.baoxiu.fee.ConsentOutcome;
import org.baoxiu.fee.Quote;
import org.baoxiu.shared.Names;
import org.baoxiu.shared.Times;
import org.baoxiu.slip.FreeField;
import org.baoxiu.slip.Remark;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.Report;
import org.baoxiu.slip.Slip;
import org.jspecify.annotations.Nullable;

/**
 * A slip in the words of the paper (4.3.1, 4.3.4.4, 4.3.4.8, 4.5.1). What is empty is not known yet: whoever carries the
 * sheet writes it in by hand.
 *
 * @param work      what was done, before that what is planned
 */
record PrintedSlip(
        String number,
        String office,
        String channel,
        String area,
        boolean publicArea,
        String reporter,
        String telephone,
        String place,
        String fault,
        String receivedAt,
        String wantedAt,
        List<Remark> remarks,
        String item,
        String repairClass,
        String clerk,
        String technician,
        String notifiedAt,
        String arrivedAt,
        String assessedCause,
        String foundCause,
        String work,
        String startedAt,
        String finishedAt,
        String reportedAt,
        PrintedFee fee,
        Consent consent,
        Acceptance acceptance) {

    /**
     * What the owner agreed to (4.3.4.4, 4.3.4.6).
     *
     * @param amount yuan
     * @param noise  what was agreed about noise and smell
     */
    record Consent(String by, String at, String amount, String noise) {
        static final Consent BLANK = new Consent("", "", "", "");
    }

    /**
     * The owner's acceptance (4.3.4.8), in a public area the verification by customer service (4.5.1).
     *
     * @param signature the picture of what was signed on a screen, as data URI, or null
     */
    record Acceptance(
            boolean functionRestored,
            boolean siteCleared,
            boolean confirmed,
            String by,
            String at,
            @Nullable String signature) {
        static final Acceptance BLANK = new Acceptance(false, false, false, "", "", null);
    }

    static PrintedSlip blank(String number) {
        return new PrintedSlip(
                number,
                "",
                "",
                "",
                false,
                "",
                "",
                "",
                "",
                "",
                "",
                List.of(),
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                PrintedFee.blank(),
                Consent.BLANK,
                Acceptance.BLANK);
    }

    /**
     * @param telephone of the reporter, whole or hidden
     * @param extras    what is known by fields that the process owner has added
     * @param signature the picture of the acceptance's signature, as data URI, or null
     */
    static PrintedSlip of(
            Slip slip,
            String telephone,
            List<FreeField> extras,
            Optional<Quote> quote,
            Optional<Bill> bill,
            @Nullable String signature,
            Names names) {
        Report report = slip.report();
        return new PrintedSlip(
                slip.number(),
                report.office(),
                report.channel().label(),
                report.area().label(),
                slip.publicArea(),
                report.reporterName(),
                telephone,
                report.place(),
                report.fault(),
                minute(report.receivedAt()),
                wanted(slip),
                remarks(slip, extras),
                slip.item() == null ? "" : slip.item().name(),
                repairClass(slip),
                names.of(
                        slip.intake().registrar() == null
                                ? slip.intake().openedBy()
                                : slip.intake().registrar()),
                slip.technician() == null ? "" : names.of(slip.technician()),
                minute(slip.visit().notifiedAt()),
                minute(slip.visit().arrivedAt()),
                text(slip.diagnosis().assessedCause()),
                text(slip.diagnosis().foundCause()),
                slip.work().done() == null
                        ? quote.map(Quote::workPlan).orElse("")
                        : slip.work().done(),
                minute(slip.work().startedAt()),
                minute(slip.work().finishedAt()),
                minute(slip.acceptance().resultReportedAt()),
                fee(quote, bill),
                quote.map(PrintedSlip::consent).orElse(Consent.BLANK),
                acceptance(slip, signature, names));
    }

    private static List<Remark> remarks(Slip slip, List<FreeField> extras) {
        return Stream.concat(
                        slip.intake().remarks().stream(),
                        extras.stream().map(extra -> new Remark(extra.label(), extra.words())))
                .toList();
    }

    private static String wanted(Slip slip) {
        Instant time = slip.intake().wantedAt();
        String note = slip.intake().wantedNote();
        if (note == null) {
            return time == null && slip.intake().registeredAt() != null ? "尽快" : minute(time);
        }
        return time == null ? note : minute(time) + "（" + note + "）";
    }

    private static String repairClass(Slip slip) {
        RepairClass of = slip.repairClass();
        return of == null ? "" : of.label() + (slip.intake().emergency() ? "，紧急" : "");
    }

    private static PrintedFee fee(Optional<Quote> quote, Optional<Bill> bill) {
        return bill.filter(Bill::decided).map(PrintedFee::of).orElseGet(() -> quote.map(PrintedFee::of)
                .orElseGet(PrintedFee::blank));
    }

    private static Consent consent(Quote quote) {
        if (quote.consentOutcome() != ConsentOutcome.AGREED) {
            return Consent.BLANK;
        }
        return new Consent(
                Objects.toString(quote.consentBy(), ""),
                minute(quote.decidedAt()),
                Optional.ofNullable(quote.amounts())
                        .map(Amounts::ownerPays)
                        .map(PrintedFee::figures)
                        .orElse(""),
                quote.noiseOrSmell() ? "同意施工有噪音或气味" : "");
    }

    private static Acceptance acceptance(Slip slip, @Nullable String signature, Names names) {
        if (!slip.acceptance().confirmed()) {
            return new Acceptance(slip.work().functionRestored(), slip.work().siteCleared(), false, "", "", null);
        }
        return new Acceptance(
                slip.work().functionRestored(),
                slip.work().siteCleared(),
                true,
                Optional.ofNullable(slip.acceptance().confirmedBy())
                        .map(by -> slip.publicArea() ? names.of(by) : by)
                        .orElse(""),
                minute(slip.acceptance().confirmedAt()),
                signature);
    }

    private static String minute(@Nullable Instant time) {
        return time == null ? "" : Times.minuteAndYear(time);
    }

    private static String text(@Nullable String words) {
        return words == null ? "" : words;
    }
}
