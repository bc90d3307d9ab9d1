package org.baoxiu.models;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.baoxiu.engine.Arrival;
import org.baoxiu.engine.ModelDoor;
import org.baoxiu.people.ActsAs;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Drafts are tried and go live, and what went live is taken back: always through the gate, all files or none, in the name of whoever
 * does it and with their rights.
 */
@Service
public class GoingLive {

    /** Tells these deployments from those of the Modeler and those of the start. */
    static final String SOURCE = "baoxiu-page";

    public static final int LONGEST_REASON = 200;
    public static final int LONGEST_CLAUSE = 100;

    private static final String CONFIRM = "确实要这样改的，上线时勾选“数字没有写错”。";

    private final ModelDrafts drafts;
    private final ModelChanges changes;
    private final ActiveModels active;
    private final ModelDoor door;
    private final Jumps jumps;
    private final CaseMoves moves;
    private final ActsAs actsAs;
    private final TransactionTemplate transaction;
    private final TransactionTemplate trial;

    GoingLive(
            ModelDrafts drafts,
            ModelChanges changes,
            ActiveModels active,
            ModelDoor door,
            Jumps jumps,
            CaseMoves moves,
            ActsAs actsAs,
            PlatformTransactionManager transactions) {
        this.drafts = drafts;
        this.changes = changes;
        this.active = active;
        this.door = door;
        this.jumps = jumps;
        this.moves = moves;
        this.actsAs = actsAs;
        this.transaction = new TransactionTemplate(transactions);
        this.trial = new TransactionTemplate(transactions);
        trial.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The engine reads it too, in a transaction that is taken back. */
    public JudgedDraft judge(long draft) {
        ModelSet before = active.now();
        List<String> faults = new ArrayList<>();
        List<String> toConfirm = new ArrayList<>();
        List<FileDifference> differences = new ArrayList<>();
        try {
            List<Arrival> arrivals = arrivals(new Models(drafts.files(draft)), "草稿", true);
            Arriving arriving = Arriving.at(before, arrivals);
            ChangedFile.between(before, arriving.onto(before))
                    .forEach(file -> differences.add(FileDifference.of(file)));
            toConfirm.addAll(jumping(before, arriving));
            trial.executeWithoutResult(status -> {
                status.setRollbackOnly();
                door.deploy(arrivals);
            });
        } catch (Rejection refused) {
            faults.addAll(Faults.in(refused));
        }
        return new JudgedDraft(faults, toConfirm, differences, before.fingerprint());
    }

    private List<String> jumping(ModelSet before, Arriving arriving) {
        Faults found = new Faults();
        jumps.of(before, arriving.decisions(), CONFIRM, found);
        return found.all();
    }

    static List<Arrival> arrivals(Models models, String reason, boolean confirmed) {
        Bundles bundles = Bundles.of(models);
        List<Arrival> arrivals = new ArrayList<>();
        bundles.all().values().forEach(files -> arrivals.add(arrival(reason, files, confirmed)));
        if (!bundles.unused().isEmpty()) {
            Map<String, byte[]> forms = new TreeMap<>();
            bundles.unused().values().forEach(form -> forms.put(form.file(), form.content()));
            arrivals.add(arrival(reason, forms, confirmed));
        }
        return arrivals;
    }

    private static Arrival arrival(String reason, Map<String, byte[]> files, boolean confirmed) {
        return new Arrival(reason, SOURCE, files, true, confirmed);
    }

    /**
     * @param confirmed whether figures that jump are meant
     * @param seen      of the {@link JudgedDraft} that the person has decided about
     * @return id of the change
     * @throws Rejection if the gate refuses it, or anything else that the person has to see to; the draft stays
     */
    public long live(
            long draft, String person, String typedReason, String typedClause, boolean confirmed, String seen) {
        String reason = reason(typedReason);
        String clause = Texts.line(typedClause);
        if (clause.length() > LONGEST_CLAUSE) {
            throw Rejection.invalid("“条款”最多 " + LONGEST_CLAUSE + " 个字。");
        }
        return inNameOf(person, () -> {
            Models models = new Models(drafts.files(draft));
            if (!drafts.remove(draft)) {
                throw Rejection.outOfTurn("这份草稿已经上线，或者已经删掉了。请回到“规则与流程”看一看。");
            }
            ModelSet before = active.now();
            if (!before.fingerprint().equals(seen)) {
                throw Rejection.outOfTurn("您看差别以后，正在使用的规则和流程又变了。下面是新的差别，请看过再上线。");
            }
            List<Arrival> arrivals = arrivals(models, reason, true);
            if (!confirmed && !jumping(before, Arriving.at(before, arrivals)).isEmpty()) {
                throw Rejection.invalid("有的数字和原来相差一半以上。请再看一遍，没有写错的，勾选“数字没有写错”再上线。");
            }
            return deploy(arrivals, clause, null, "草稿和正在使用的一样，不用上线。");
        });
    }

    /**
     * What was in force before a change becomes a new version, and the cases that were begun in between go on with it, as far as they stand in
     * steps that it has.
     *
     * @return id of the change that takes the other one back
     * @throws Rejection if a file has been changed since, if there is nothing to go back to, and what the gate refuses
     */
    public long back(long change, String person, String typedReason) {
        String reason = reason(typedReason);
        long back = inNameOf(person, () -> {
            List<ChangedFile> files = changes.files(change);
            files.forEach(file -> changes.later(change, file).ifPresent(later -> {
                throw Rejection.outOfTurn("“" + file.name() + "”后来又改过（第 " + later.id() + " 次改动）。请先退回那一次。");
            }));
            if (files.stream().allMatch(file -> file.before() == null)) {
                throw Rejection.invalid("这次只新增了文件，没有以前的版本可以退回。");
            }
            return deploy(former(files, reason), "", change, "正在使用的就是以前的版本，不用退回。");
        });
        moves.all(changes.versionsOf(change), person, "退回一步：" + reason);
        return back;
    }

    private List<Arrival> former(List<ChangedFile> files, String reason) {
        List<Arrival> arrivals = new ArrayList<>();
        Map<String, Map<String, byte[]>> processes = new LinkedHashMap<>();
        for (ChangedFile file : files) {
            byte[] before = file.before();
            if (file.process() != null) {
                Map<String, byte[]> bundle = processes.computeIfAbsent(file.process(), this::diagram);
                if (before != null) {
                    bundle.put(file.name(), before);
                }
            } else if (before != null) {
                arrivals.add(arrival(reason, Map.of(file.name(), before), true));
            }
        }
        processes.values().stream()
                .filter(bundle -> !bundle.isEmpty())
                .forEach(bundle -> arrivals.add(arrival(reason, bundle, true)));
        return arrivals;
    }

    /** As it is, for forms that go back without it. */
    private Map<String, byte[]> diagram(String process) {
        Map<String, byte[]> bundle = new TreeMap<>();
        Optional.ofNullable(active.now().processes().get(process))
                .ifPresent(present -> bundle.put(ChangedFile.plain(present.file()), present.content()));
        return bundle;
    }

    private long deploy(List<Arrival> arrivals, String clause, @Nullable Long undone, String nothing) {
        List<String> made = door.deploy(arrivals);
        if (made.isEmpty()) {
            throw Rejection.invalid(nothing);
        }
        return changes.explain(made.get(0), clause, undone);
    }

    private static String reason(String typed) {
        String reason = Texts.line(typed);
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw Rejection.invalid("请写明为什么这样改，最多 " + LONGEST_REASON + " 个字：以后的人要看得懂。");
        }
        return reason;
    }

    private long inNameOf(String person, Supplier<Long> action) {
        return actsAs.person(person, () -> Objects.requireNonNull(transaction.execute(change -> action.get())));
    }
}
