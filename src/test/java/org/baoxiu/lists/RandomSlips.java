package org.baoxiu.lists;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.SlipState;
import org.springframework.jdbc.core.JdbcTemplate;

/** Slips with promises in every position, of one office that nobody else has; the same seed gives the same. */
public final class RandomSlips {

    private static final List<SlipState> OPEN =
            Arrays.stream(SlipState.values()).filter(state -> !state.ended()).toList();

    private final JdbcTemplate database;
    private final String office;
    private final LocalDateTime now;
    private final Random random;
    private final String prefix;

    public RandomSlips(JdbcTemplate database, String office, LocalDateTime now, long seed) {
        this.database = database;
        this.office = office;
        this.now = now;
        this.random = new Random(seed);
        this.prefix = "L" + Integer.toHexString(office.hashCode()) + "-";
    }

    public String number(int index) {
        return prefix + "%06d".formatted(index);
    }

    /** One of four has ended. */
    public void load(int count) {
        for (int index = 0; index < count; index++) {
            boolean ended = random.nextInt(4) == 0;
            insert(index, ended);
            if (!ended) {
                owes(number(index));
            }
        }
    }

    private void insert(int index, boolean ended) {
        LocalDateTime received = now.minusMinutes(random.nextInt(40 * 24 * 60));
        SlipState state = ended
                ? (random.nextBoolean() ? SlipState.CLOSED : SlipState.CANCELLED)
                : OPEN.get(random.nextInt(OPEN.size()));
        RepairClass[] classes = RepairClass.values();
        String technician = random.nextInt(4) == 0 ? null : "tech" + random.nextInt(5);
        database.update(
                """
        insert into slip (number, version, state, opened_at, opened_by, office, channel, area, reporter_name, reporter_phone,
          place, fault, received_at, emergency, forced_entry, loss_or_injury, under_warranty, office_fault, urges, complaints,
          repair_class, estimated_hours, survey_needed, noise_or_smell, consent_valid, function_restored,
          site_cleared, confirmed, reworks, technician, closed_at)
        values (?, 0, ?, ?, 'clerk1', ?, 'PHONE', 'INSIDE', '张三', '13800138000', ?, '水龙头漏水', ?, false, false, false, false,
          false, 0, 0, ?, 0.5, false, false, false, false, false, false, 0, ?, ?)""",
                number(index),
                state.name(),
                received,
                office,
                (1 + random.nextInt(30)) + " 栋 " + (101 + random.nextInt(20)),
                received,
                random.nextInt(5) == 0 ? null : classes[random.nextInt(classes.length)].name(),
                technician,
                ended ? received.plusMinutes(random.nextInt(5_000)) : null);
        if (random.nextInt(10) == 0) {
            database.update(
                    "insert into assignment (slip_number, technician, assigned_at, assigned_by, helper) values (?, ?, ?, 'x', true)",
                    number(index),
                    "tech" + random.nextInt(5),
                    received);
        }
    }

    private void owes(String number) {
        for (CommitmentKind kind : EnumSet.complementOf(EnumSet.of(CommitmentKind.MONTH_HAND_OVER))) {
            if (random.nextInt(4) == 0) {
                owes(number, kind);
            }
        }
    }

    private void owes(String number, CommitmentKind kind) {
        LocalDateTime due = now.plusSeconds(random.nextInt(400_000) - 100_000L);
        long limit = 60L * (1 + random.nextInt(4_000));
        LocalDateTime ended = random.nextInt(4) == 0 ? due.minusMinutes(3) : null;
        database.update(
                """
        insert into commitment (version, slip_number, kind, clause, emergency, started_at, limit_seconds, warning_seconds,
          again_seconds, service_hours, due_at, missed_at, ended_at, withdrawn)
        values (0, ?, ?, '4', false, ?, ?, ?, 0, false, ?, ?, ?, false)""",
                number,
                kind.name(),
                due.minusSeconds(limit),
                limit,
                random.nextBoolean() ? 0 : 60 * random.nextInt(3_000),
                due,
                due.isBefore(now) && random.nextBoolean() ? due : null,
                ended);
        Long id = database.queryForObject(
                "select max(id) from commitment where slip_number = ? and kind = ?", Long.class, number, kind.name());
        if (random.nextInt(3) == 0) {
            boolean over = ended != null || random.nextBoolean();
            LocalDateTime from = due.minusMinutes(10 + random.nextInt(500));
            database.update(
                    "insert into commitment_pause (commitment, paused_from, paused_until, reason) values (?, ?, ?, '等材料')",
                    id,
                    from,
                    over ? from.plusMinutes(5) : null);
        }
    }
}
