package org.baoxiu.operation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.baoxiu.notification.Messages;
import org.baoxiu.notification.Rounds;
import org.baoxiu.people.GroupsAtStart;
import org.baoxiu.people.Persons;
import org.baoxiu.shared.Excerpt;
import org.baoxiu.shared.LocalTimes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whatever has failed, and that the administrators are told of each once until it is gone. */
@Service
public class Troubles {

    private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);
    private static final int LONGEST = 500;
    private static final int LONGEST_KEY = 200;
    private static final int NAMED = 5;

    private final List<TroubleSource> sources;
    private final JdbcClient database;
    private final Messages messages;
    private final Persons persons;
    private final Clock clock;

    Troubles(List<TroubleSource> sources, JdbcClient database, Messages messages, Persons persons, Clock clock) {
        this.sources = sources;
        this.database = database;
        this.messages = messages;
        this.persons = persons;
        this.clock = clock;
    }

    /** The most urgent first. */
    @Transactional(readOnly = true)
    public List<Trouble> all() {
        List<Trouble> all = new ArrayList<>(found());
        all.addAll(known().stream()
                .filter(one -> MachineTroubles.ofAnotherNode(one.key()))
                .toList());
        return all.stream().sorted(Comparator.comparing(Trouble::kind)).toList();
    }

    private List<Trouble> found() {
        return sources.stream()
                .flatMap(source -> source.found().stream())
                .map(Troubles::shortened)
                .toList();
    }

    private static Trouble shortened(Trouble one) {
        return new Trouble(
                one.kind(),
                Excerpt.of(one.key(), LONGEST_KEY),
                Excerpt.of(one.what(), LONGEST),
                one.since(),
                one.about(),
                one.target());
    }

    private List<Trouble> known() {
        return database.sql("select trouble_key, kind, what, since from trouble")
                .query((row, index) -> Trouble.of(
                        TroubleKind.valueOf(row.getString("kind")),
                        row.getString("trouble_key"),
                        row.getString("what"),
                        LocalTimes.instant(row, "since")))
                .list();
    }

    /** What is new is told, all of it in one message; what is gone may come again. */
    @EventListener(Rounds.class)
    @Transactional
    public void look() {
        List<Trouble> found = found();
        Set<String> keys = found.stream().map(Trouble::key).collect(Collectors.toSet());
        Set<String> known = known().stream().map(Trouble::key).collect(Collectors.toCollection(HashSet::new));
        known.stream()
                .filter(key -> !keys.contains(key) && !MachineTroubles.ofAnotherNode(key))
                .forEach(key -> database.sql("delete from trouble where trouble_key = ?")
                        .param(key)
                        .update());
        List<Trouble> fresh = found.stream()
                .filter(one -> known.add(one.key()))
                .sorted(Comparator.comparing(Trouble::kind))
                .toList();
        fresh.forEach(this::remember);
        if (!fresh.isEmpty()) {
            LOG.warn("{} things have to be seen to, which /operations lists", fresh.size());
            tell(fresh);
        }
    }

    private void remember(Trouble one) {
        database.sql("insert into trouble (trouble_key, kind, what, since) values (?, ?, ?, ?)")
                .params(one.key(), one.kind().name(), one.what(), LocalTimes.local(clock.instant()))
                .update();
    }

    private void tell(List<Trouble> fresh) {
        String named = fresh.stream()
                .limit(NAMED)
                .map(one -> one.kind().label() + "：" + one.what())
                .collect(Collectors.joining("\n"));
        messages.tellOfTrouble(
                persons.membersOf(GroupsAtStart.ADMINISTRATORS),
                "trouble-" + clock.millis(),
                "运行状况：有 " + fresh.size() + " 件事要处理",
                named + (fresh.size() > NAMED ? "\n……" : "") + "\n怎么处理，见“运行状况”（/operations）。");
    }
}
