package org.baoxiu.monthend;

import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.commitment.ResponsibleRole;
import org.baoxiu.fee.EntryKind;
import org.baoxiu.monthend.SlipFacts.Bill;
import org.baoxiu.monthend.SlipFacts.Call;
import org.baoxiu.monthend.SlipFacts.Clock;
import org.baoxiu.monthend.SlipFacts.Entry;
import org.baoxiu.monthend.SlipFacts.Item;
import org.baoxiu.monthend.SlipFacts.Material;
import org.baoxiu.slip.Area;
import org.baoxiu.slip.Channel;
import org.baoxiu.slip.RepairClass;

/** Slips of a month as an office may have them, with everything that can go wrong among them; the same seed gives the same month. */
public final class RandomMonth {

    private static final List<Item> ITEMS = List.of(
            new Item("PL-01", "更换水龙头", "plumbing", new BigDecimal("50.00")),
                    new Item("PL-05", "疏通下水道", "plumbing", new BigDecimal("80.00")),
            new Item("EL-02", "检修线路", "electrical", new BigDecimal("60.00")),
                    new Item("EL-04", "更换灯具", "electrical", new BigDecimal("30.00")),
            new Item("CA-01", "更换门锁", "carpentry", new BigDecimal("60.00")),
                    new Item("CA-03", "修门窗", "carpentry", new BigDecimal("45.50")),
            new Item("MA-02", "补防水", "masonry", new BigDecimal("260.00")),
                    new Item("AC-01", "清洗空调", "airConditioning", new BigDecimal("120.00")));
    private static final List<String> MATERIALS = List.of("水龙头", "生料带", "灯管", "锁芯", "合页", "防水涂料", "软管");
    private static final List<String> CAUSES = List.of("垫圈老化", "线路接触不良", "锁舌磨损", "接头松动", "使用年久");
    private static final List<CommitmentKind> CLOCKS = List.of(
            CommitmentKind.REGISTRATION,
            CommitmentKind.NOTIFICATION,
            CommitmentKind.ARRIVAL,
            CommitmentKind.REPAIR,
            CommitmentKind.RESULT_REPORT,
            CommitmentKind.FIRST_ANSWER);
    private static final List<String> CLAUSES = List.of("4.6.1a", "4.6.1b", "4.6.2", "5.1", "4.6.3", "Q1");

    private final Random random;
    private final YearMonth month;
    private final int first;
    private final int technicians;

    /**
     * @param month when its slips end
     * @param first where their numbers begin
     */
    public RandomMonth(long seed, YearMonth month, int first) {
        this.random = new Random(seed);
        this.month = month;
        this.first = first;
        this.technicians = 3 + random.nextInt(20);
    }

    List<SlipFacts> slips(int count) {
        List<SlipFacts> slips = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            slips.add(slip(i));
        }
        return slips;
    }

    SlipFacts slip(int index) {
        LocalDateTime start = month.atDay(1).atStartOfDay();
        long millis = Duration.between(start, month.plusMonths(1).atDay(1).atStartOfDay())
                .toMillis();
        // the first and the last moment of the month are among them
        LocalDateTime closed = start.plusNanos(
                1_000_000L * (index == 0 ? 0 : index == 1 ? millis - 1 : (long) (random.nextDouble() * millis)));
        LocalDateTime received = closed.minusMinutes(30 + random.nextInt(4_000));
        boolean cancelled = chance(4);
        Area area = chance(15) ? Area.PUBLIC : Area.INSIDE;
        Item item = cancelled && chance(50) ? null : pick(ITEMS);
        String technician = cancelled ? null : "tech" + (1 + random.nextInt(technicians));
        String assessed = !cancelled && chance(30) ? pick(CAUSES) : null;
        String found = cancelled ? null : pick(CAUSES);
        int reworks = !cancelled && chance(3) ? 1 : 0;
        LocalDateTime confirmed = cancelled ? null : closed.minusMinutes(20);
        List<Bill> bills = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        if (!cancelled) {
            bill(area, item, reworks, confirmed, bills, entries);
        }
        return new SlipFacts(
                "WX%s-%06d".formatted(month.toString().replace("-", "") + "01", first + index),
                received,
                closed,
                cancelled,
                "管理处" + (1 + random.nextInt(3)),
                place(area),
                area,
                pick(List.of(Channel.values())),
                item,
                item == null
                        ? null
                        : chance(85) ? RepairClass.DAILY : chance(90) ? RepairClass.IMPORTANT : RepairClass.ACCIDENT,
                technician,
                new BigDecimal(random.nextInt(16)).multiply(new BigDecimal("0.25")),
                assessed,
                found,
                confirmed,
                reworks,
                clocks(received, closed, cancelled, technician),
                cancelled ? List.of() : calls(closed, technician, reworks),
                bills,
                entries);
    }

    private String place(Area area) {
        return area == Area.PUBLIC && chance(30)
                ? "北门岗亭"
                : (1 + random.nextInt(40)) + " 栋 " + (101 + random.nextInt(30) * 100 + random.nextInt(4));
    }

    private List<Clock> clocks(LocalDateTime received, LocalDateTime closed, boolean cancelled, String technician) {
        List<Clock> clocks = new ArrayList<>();
        for (int i = 0; i < (cancelled ? 1 + random.nextInt(3) : CLOCKS.size()); i++) {
            LocalDateTime due = received.plusMinutes(5L * (i + 1));
            clocks.add(clock(CLOCKS.get(i), CLAUSES.get(i), received.plusSeconds(i), due, late(due), technician));
        }
        if (!cancelled && chance(5)) {
            LocalDateTime due = received.plusHours(20);
            clocks.add(clock(CommitmentKind.PROMISED_TIME, "4.6.4", received.plusHours(1), due, late(due), technician));
        }
        if (!cancelled && chance(5)) {
            LocalDateTime due = received.plusMinutes(50);
            clocks.add(new Clock(
                    CommitmentKind.CONTRACTOR_ARRIVAL,
                    "Q3",
                    received.plusMinutes(10),
                    due,
                    due.minusMinutes(20),
                    null,
                    true));
            clocks.add(clock(
                    CommitmentKind.CONTRACTOR_ARRIVAL,
                    "Q3",
                    received.plusMinutes(30),
                    due.plusHours(1),
                    late(due.plusHours(1)),
                    technician));
        }
        clocks.add(clock(CommitmentKind.TWO_WEEKS, "4.2.1.3", received, received.plusDays(14), closed, technician));
        return clocks;
    }

    /** Some promises of the team were another technician's, or nobody's; those that a clerk keeps are one clerk's, or nobody's. */
    private Clock clock(
            CommitmentKind kind,
            String clause,
            LocalDateTime start,
            LocalDateTime due,
            LocalDateTime end,
            String technician) {
        String whose = chance(5)
                ? null
                : kind.keptByOneClerk()
                        ? "clerk" + (1 + random.nextInt(4))
                        : kind.keptBy() != ResponsibleRole.MAINTENANCE
                                ? null
                                : chance(5) ? "tech" + (1 + random.nextInt(technicians)) : technician;
        return new Clock(kind, clause, start, due, end, whose, false);
    }

    /** Kept in time, exactly at the limit, or late by a millisecond or much more. */
    private LocalDateTime late(LocalDateTime due) {
        return switch (random.nextInt(50)) {
            case 0 -> due.plusNanos(1_000_000);
            case 1 -> due.plusMinutes(random.nextInt(500) + 1);
            case 2 -> due;
            default -> due.minusSeconds(1 + random.nextInt(60));
        };
    }

    private List<Call> calls(LocalDateTime closed, String technician, int reworks) {
        List<Call> calls = new ArrayList<>();
        if (reworks > 0 && chance(50)) {
            calls.add(new Call(
                    closed.minusHours(3),
                    "tech" + (1 + random.nextInt(technicians)),
                    true,
                    1 + random.nextInt(2),
                    chance(20),
                    true));
        }
        if (chance(10)) {
            calls.add(new Call(closed.minusMinutes(10), technician, false, 0, false, false));
        }
        if (calls.isEmpty() || chance(80)) {
            calls.add(new Call(
                    closed,
                    technician,
                    true,
                    chance(85) ? 5 - random.nextInt(2) : 1 + random.nextInt(3),
                    chance(2),
                    false));
        }
        return calls;
    }

    private void bill(Area area, Item item, int reworks, LocalDateTime at, List<Bill> bills, List<Entry> entries) {
        boolean owner = area == Area.INSIDE && chance(85);
        BigDecimal service = owner ? new BigDecimal("10.00") : new BigDecimal("0.00");
        List<Material> materials = materials();
        Bill priced = new Bill(null, null, item.labour(), service, null, false, at, materials);
        BigDecimal ownerPays = owner ? priced.total() : new BigDecimal("0.00");
        boolean reviewed = area == Area.INSIDE && chance(98);
        String payer = area == Area.PUBLIC ? "publicFund" : owner ? "owner" : "warranty";
        String label = area == Area.PUBLIC ? "公共维修费用承担" : owner ? "业主承担" : "保修单位承担";
        bills.add(new Bill(payer, label, item.labour(), service, ownerPays, reviewed, at, materials));
        if (reworks > 0) {
            bills.add(new Bill(
                    "office",
                    "管理处承担",
                    item.labour(),
                    new BigDecimal("0.00"),
                    ownerPays,
                    reviewed,
                    at.plusMinutes(5),
                    materials()));
        }
        if (reviewed) {
            entries.add(new Entry(EntryKind.BILLED, ownerPays, at));
            if (reworks > 0) {
                entries.add(new Entry(EntryKind.BILLED, new BigDecimal("0.00"), at.plusMinutes(5)));
            }
            collect(ownerPays, at, entries);
        }
    }

    private List<Material> materials() {
        List<Material> materials = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            materials.add(new Material(
                    pick(MATERIALS),
                    new BigDecimal(1 + random.nextInt(5_000)).movePointLeft(3),
                    new BigDecimal(1 + random.nextInt(9_000)).movePointLeft(2)));
        }
        return materials;
    }

    /** Some pay after the month is frozen. */
    private void collect(BigDecimal billed, LocalDateTime at, List<Entry> entries) {
        BigDecimal half = billed.divide(BigDecimal.valueOf(2), 2, RoundingMode.DOWN);
        LocalDateTime paid = chance(80) ? at : at.plusDays(70);
        switch (random.nextInt(10)) {
            case 0 -> add(entries, EntryKind.WAIVER, billed, paid);
            case 1 -> add(entries, EntryKind.PAYMENT, half, paid);
            case 2 -> {
                add(entries, EntryKind.PAYMENT, billed, paid);
                add(entries, EntryKind.WAIVER, half, paid);
                if (chance(50)) {
                    add(entries, EntryKind.REFUND, half, paid);
                }
            }
            case 3, 4 -> {}
            default -> add(entries, EntryKind.PAYMENT, billed, paid);
        }
    }

    private static void add(List<Entry> entries, EntryKind kind, BigDecimal amount, LocalDateTime at) {
        if (amount.compareTo(ZERO) > 0) {
            entries.add(new Entry(kind, amount, at));
        }
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
