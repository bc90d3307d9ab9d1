package org.baoxiu.bench;

import static org.awaitility.Awaitility.await;
import static org.baoxiu.testing.Answers.accepted;
import static org.baoxiu.testing.Answers.agreed;
import static org.baoxiu.testing.Answers.arrived;
import static org.baoxiu.testing.Answers.done;
import static org.baoxiu.testing.Answers.feeApproved;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.pickedUp;
import static org.baoxiu.testing.Answers.quoted;
import static org.baoxiu.testing.Answers.registered;
import static org.baoxiu.testing.Answers.reported;
import static org.baoxiu.testing.Answers.satisfied;
import static org.baoxiu.testing.Answers.with;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.baoxiu.process.repair.RepairRequestProcess.Elements;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;

/** People who take daily repairs through all seven steps, as fast as they can or at a given pace. */
final class Workload implements AutoCloseable {

    private static final int PEOPLE = 2;

    private final Office office;
    private final AtomicInteger finished = new AtomicInteger();
    private final List<Thread> people = new ArrayList<>();
    private volatile boolean working = true;

    /** @param pace from the start of one case of a person to the start of the person's next; zero for no pause */
    Workload(Office office, Duration pace) {
        this.office = office;
        for (int i = 0; i < PEOPLE; i++) {
            Thread person = new Thread(() -> work(pace.toNanos()), "workload-" + i);
            person.start();
            people.add(person);
        }
    }

    /** How long a person takes for a case when all work as fast as they can, over the given time. */
    static Duration fullPace(Office office, Duration time) throws InterruptedException {
        long start = System.nanoTime();
        Workload workload = new Workload(office, Duration.ZERO);
        LockSupport.parkNanos(time.toNanos());
        workload.close();
        return Duration.ofNanos((System.nanoTime() - start) * PEOPLE / workload.finished.get());
    }

    private void work(long pace) {
        long next = System.nanoTime();
        while (working) {
            repair();
            finished.incrementAndGet();
            next += pace;
            LockSupport.parkNanos(Math.max(0, next - System.nanoTime()));
        }
    }

    private void repair() {
        RepairCase repair = office.reports(
                        "clerk1",
                        with(leakingTap(), "place", Thread.currentThread().getName()))
                .submits("clerk1", Elements.REGISTER_REQUEST, registered("PL-01"));
        await().pollInterval(Duration.ofMillis(20))
                .until(() -> repair.openTasks().contains(Elements.PICK_UP_SLIP));
        repair.submits("tech1", Elements.PICK_UP_SLIP, pickedUp())
                .submits("tech1", Elements.VISIT_SITE, arrived())
                .submits("tech1", Elements.QUOTE_REPAIR, quoted())
                .submits("tech1", Elements.OBTAIN_CONSENT, agreed())
                .submits("tech1", Elements.CARRY_OUT_REPAIR, done())
                .submits("tech1", Elements.ACCEPT_REPAIR, accepted())
                .submits("tech1", Elements.REPORT_RESULT, reported())
                .submits("clerk1", Elements.REVIEW_FEE, feeApproved())
                .submits("clerk2", Elements.CALL_BACK_OWNER, satisfied());
    }

    @Override
    public void close() throws InterruptedException {
        working = false;
        for (Thread person : people) {
            person.join();
        }
    }
}
