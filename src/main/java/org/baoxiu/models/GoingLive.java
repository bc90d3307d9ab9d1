package org.baoxiu.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.baoxiu.engine.Arrival;
import org.baoxiu.engine.ModelDoor;
import org.baoxiu.people.ActsAs;
import org.baoxiu.shared.Hash;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Drafts are tried and go live: always through the gate, all files or none, in the name of whoever does it and with their rights. */
@Service
public class GoingLive {

    /** Tells these deployments from those of the Modeler and those of the start. */
    static final String SOURCE = "baoxiu-page";

    public static final int LONGEST_REASON = 200;
    public static final int LONGEST_CLAUSE = 100;

    private static final String CONFIRM = "确实要这样改的，上线时勾选“数字没有写错”。";

    private static final String CHANGED = "您看差别以后，正在使用的规则和流程又变了。下面是新的差别，请看过再上线。";
    private static final String UNCONFIRMED = "有的数字和原来相差一半以上。请再看一遍，没有写错的，勾选“数字没有写错”再上线。";
    private static final String UNKNOWN = "演练里有案件停住了。请看过停在哪里、为什么，确实仍要上线的，勾选“演练的结果已经看过”再上线。";
    private static final String NOTHING = "草稿和正在使用的一样，不用上线。";

    private final ModelDrafts drafts;
    private final ModelChanges changes;
    private final ActiveModels active;
    private final ModelDoor door;
    private final Jumps jumps;
    private final List<DraftFindings> findings;
    private final SecondApproval approval;
    private final ActsAs actsAs;
    private final TransactionTemplate transaction;
    private final TransactionTemplate trial;

    GoingLive(
            ModelDrafts drafts,
            ModelChanges changes,
            ActiveModels active,
            ModelDoor door,
            Jumps jumps,
            List<DraftFindings> findings,
            SecondApproval approval,
            ActsAs actsAs,
            PlatformTransactionManager transactions) {
        this.drafts = drafts;
        this.changes = changes;
        this.active = active;
        this.door = door;
        this.jumps = jumps;
        this.findings = findings;
        this.approval = approval;
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
        List<String> found = new ArrayList<>();
        List<FileDifference> differences = new ArrayList<>();
        try {
            List<Arrival> arrivals = arrivals(new Models(drafts.files(draft)), "草稿", true);
            Arriving arriving = Arriving.at(before, arrivals);
            ModelSet after = arriving.onto(before);
            ChangedFile.between(before, after).forEach(file -> differences.add(FileDifference.of(file)));
            toConfirm.addAll(jumping(before, arriving));
            found.addAll(found(draft, after));
            isTaken(arrivals);
        } catch (Rejection refused) {
            faults.addAll(Faults.in(refused));
        }
        return new JudgedDraft(faults, toConfirm, found, differences, before.fingerprint());
    }

    private List<String> found(long draft, ModelSet after) {
        String set = after.fingerprint();
        return findings.stream().flatMap(one -> one.of(draft, set).stream()).toList();
    }

    /**
     * All that would be in force with a draft, for whoever tries it elsewhere.
     *
     * @throws Rejection if it cannot go live, or would change nothing
     */
    public WholeSet whole(long draft) {
        List<String> faults = judge(draft).faults();
        if (!faults.isEmpty()) {
            throw Faults.refusal(faults);
        }
        ModelSet before = active.now();
        WholeSet whole = WholeSet.of(before, after(before, draft));
        if (whole.changed().isEmpty()) {
            throw Rejection.invalid(NOTHING);
        }
        return whole;
    }

    /**
     * In a transaction that is taken back.
     *
     * @return whether it would change anything
     * @throws Rejection as the gate and the engine refuse it
     */
    boolean isTaken(List<Arrival> arrivals) {
        return Boolean.TRUE.equals(trial.execute(status -> {
            status.setRollbackOnly();
            return !door.deploy(arrivals).isEmpty();
        }));
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

    static Arrival arrival(String reason, Map<String, byte[]> files, boolean confirmed) {
        return new Arrival(reason, SOURCE, files, true, confirmed);
    }

    /**
     * @param seen of the {@link JudgedDraft} that the person has decided about
     * @return id of the change
     * @throws Rejection if the gate refuses it, or anything else that the person has to see to; the draft stays
     */
    public long live(
            long draft, String person, String typedReason, String typedClause, Confirmed confirmed, String seen) {
        String reason = reason(typedReason);
        String clause = clause(typedClause);
        if (approval.isAsked()) {
            throw Rejection.invalid("这里设置了改动要由第二个人批准。请提出上线，再请另一位流程管理员批准。");
        }
        return inNameOf(person, () -> {
            Models models = new Models(drafts.files(draft));
            if (!drafts.remove(draft)) {
                throw gone();
            }
            ModelSet before = active.now();
            if (!before.fingerprint().equals(seen)) {
                throw Rejection.outOfTurn(CHANGED);
            }
            List<Arrival> arrivals = arrivals(models, reason, true);
            Arriving arriving = Arriving.at(before, arrivals);
            confirm(confirmed, jumping(before, arriving), found(draft, arriving.onto(before)));
            return deploy(arrivals, clause, null, NOTHING);
        });
    }

    private static void confirm(Confirmed confirmed, List<String> jumping, List<String> found) {
        if (!confirmed.figures() && !jumping.isEmpty()) {
            throw Rejection.invalid(UNCONFIRMED);
        }
        if (!confirmed.findings() && !found.isEmpty()) {
            throw Rejection.invalid(UNKNOWN);
        }
    }

    /**
     * What was asked for before, by whoever has asked for it.
     *
     * @return id of the change
     * @throws Rejection likewise, and if it would change something else than it would have then
     */
    long planned(LiveRequest request) {
        return inNameOf(request.person(), () -> {
            String differences = differences(request.draft());
            Models models = new Models(drafts.files(request.draft()));
            if (!drafts.remove(request.draft())) {
                throw gone();
            }
            if (!differences.equals(request.differences())) {
                throw Rejection.outOfTurn("提出上线以后，正在使用的规则和流程又变了，差别和当时看到的不一样。请看过新的差别，重新提出");
            }
            long change = deploy(arrivals(models, request.reason(), true), request.clause(), null, NOTHING);
            if (request.approvedBy() != null) {
                changes.approved(change, request.approvedBy());
            }
            return change;
        });
    }

    /** What a draft would change at this moment, as a fingerprint. */
    String differences(long draft) {
        return Hash.of(
                changed(draft).stream().map(ChangedFile::fingerprint).sorted().collect(Collectors.joining("\n")));
    }

    /**
     * Likewise, file by file.
     *
     * @throws Rejection if they cannot be read
     */
    List<ChangedFile> changed(long draft) {
        ModelSet before = active.now();
        return ChangedFile.between(before, after(before, draft));
    }

    private ModelSet after(ModelSet before, long draft) {
        return Arriving.at(before, arrivals(new Models(drafts.files(draft)), "草稿", true))
                .onto(before);
    }

    String inForce() {
        return active.now().fingerprint();
    }

    /**
     * What the person has seen is what would go live.
     *
     * @throws Rejection if it is not, or could not
     */
    void agree(long draft, Confirmed confirmed, String seen) {
        JudgedDraft judged = judge(draft);
        if (!judged.faults().isEmpty()) {
            throw Faults.refusal(judged.faults());
        }
        if (judged.differences().isEmpty()) {
            throw Rejection.invalid(NOTHING);
        }
        if (!judged.seen().equals(seen)) {
            throw Rejection.outOfTurn(CHANGED);
        }
        confirm(confirmed, judged.toConfirm(), judged.findings());
    }

    long deploy(List<Arrival> arrivals, String clause, @Nullable Long undone, String nothing) {
        List<String> made = door.deploy(arrivals);
        if (made.isEmpty()) {
            throw Rejection.invalid(nothing);
        }
        return changes.explain(made.get(0), clause, undone);
    }

    static String reason(String typed) {
        String reason = Texts.line(typed);
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw Rejection.invalid("请写明为什么这样改，最多 " + LONGEST_REASON + " 个字：以后的人要看得懂。");
        }
        return reason;
    }

    static String clause(String typed) {
        String clause = Texts.line(typed);
        if (clause.length() > LONGEST_CLAUSE) {
            throw Rejection.invalid("“条款”最多 " + LONGEST_CLAUSE + " 个字。");
        }
        return clause;
    }

    private static Rejection gone() {
        return Rejection.outOfTurn("这份草稿已经上线，或者已经删掉了。请回到“规则与流程”看一看。");
    }

    long inNameOf(String person, Supplier<Long> action) {
        return actsAs.person(person, () -> Objects.requireNonNull(transaction.execute(change -> action.get())));
    }
}
