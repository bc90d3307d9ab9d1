package org.baoxiu.models;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.Rejection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Drafts of rules, forms and diagrams: every process owner sees all of them. */
@Service
@Transactional
public class ModelDrafts {

    static final int MOST = 20;
    private static final int MOST_FILES = 100;
    private static final int LARGEST = 2_000_000;
    private static final int LONGEST_NAME = 100;
    private static final Pattern NAME = Pattern.compile(".+\\.(bpmn|dmn|form)");

    private final JdbcClient database;
    private final Clock clock;

    ModelDrafts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<ModelDraft> all() {
        return database
                .sql("select id, person, made_at, refused from model_draft order by id desc")
                .query((row, number) -> new ModelDraft(
                        row.getLong("id"),
                        row.getString("person"),
                        LocalTimes.instant(row, "made_at"),
                        row.getBoolean("refused"),
                        List.of()))
                .list()
                .stream()
                .map(one -> one.with(names(one.id())))
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<ModelDraft> one(long id) {
        return all().stream().filter(draft -> draft.id() == id).findFirst();
    }

    private List<String> names(long draft) {
        return database.sql("select name from model_draft_file where draft = ? order by name")
                .param(draft)
                .query(String.class)
                .list();
    }

    Map<String, byte[]> files(long draft) {
        Map<String, byte[]> files = new TreeMap<>();
        database.sql("select name, content from model_draft_file where draft = ?")
                .param(draft)
                .query((row, number) -> files.put(row.getString("name"), row.getBytes("content")))
                .list();
        return files;
    }

    /**
     * @param files content by file name
     * @throws Rejection without a file, with one that is no model, and beyond {@value #MOST} drafts
     */
    public long keep(String person, Map<String, byte[]> files) {
        if (all().stream().filter(draft -> !draft.refused()).count() >= MOST) {
            throw Rejection.invalid("草稿最多留 " + MOST + " 份，请先删掉不用的。");
        }
        return insert(person, named(files), false);
    }

    /**
     * What somebody has deployed and was refused, in place of the same files refused before; the latest {@value #MOST} of all.
     *
     * @throws Rejection with a file that no draft may have
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void keepRefused(String person, Map<String, byte[]> files) {
        Map<String, byte[]> named = named(files);
        List<ModelDraft> refused = all().stream()
                .filter(draft -> draft.refused() && !waits(draft.id()))
                .toList();
        refused.stream()
                .filter(draft -> draft.person().equals(person)
                        && Set.copyOf(draft.files()).equals(named.keySet()))
                .forEach(draft -> remove(draft.id()));
        refused.stream().skip(MOST - 1).forEach(draft -> remove(draft.id()));
        insert(person, named, true);
    }

    private long insert(String person, Map<String, byte[]> named, boolean refused) {
        KeyHolder key = new GeneratedKeyHolder();
        database.sql("insert into model_draft (person, made_at, refused) values (?, ?, ?)")
                .params(person, LocalTimes.local(clock.instant()), refused)
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        add(id, named);
        return id;
    }

    /**
     * Adds files to a draft; one of the same name is replaced.
     *
     * @throws Rejection likewise, and while it waits for going live: others have seen it as it is
     */
    public void keep(long draft, Map<String, byte[]> files) {
        Map<String, byte[]> named = named(files);
        if (waits(draft)) {
            throw Rejection.outOfTurn("这份草稿已经提出上线，不能再改。要改，请先取消上线。");
        }
        named.keySet().forEach(name -> database.sql("delete from model_draft_file where draft = ? and name = ?")
                .params(draft, name)
                .update());
        add(draft, named);
    }

    private boolean waits(long draft) {
        return database.sql("select count(*) from model_live_request where draft = ?")
                        .param(draft)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private void add(long draft, Map<String, byte[]> files) {
        files.forEach(
                (name, content) -> database.sql("insert into model_draft_file (draft, name, content) values (?, ?, ?)")
                        .params(draft, name, content)
                        .update());
    }

    private static Map<String, byte[]> named(Map<String, byte[]> files) {
        if (files.isEmpty()) {
            throw Rejection.invalid("请先选择改好的文件（.bpmn、.dmn 或 .form），可以一次选几个，再点“上传”。");
        }
        if (files.size() > MOST_FILES) {
            throw Rejection.invalid("一次最多上传 " + MOST_FILES + " 个文件。");
        }
        Map<String, byte[]> named = new TreeMap<>();
        files.forEach((sent, content) -> {
            String name = ChangedFile.plain(sent);
            if (!NAME.matcher(name).matches() || name.length() > LONGEST_NAME) {
                throw Rejection.invalid(
                        "“" + name + "”不是流程图、规则表或表单。请选择 .bpmn、.dmn 或 .form 文件，文件名不超过 " + LONGEST_NAME + " 个字。");
            }
            if (content.length == 0 || content.length > LARGEST) {
                throw Rejection.invalid("“" + name + "”是空的，或者超过 " + LARGEST / 1_000_000 + " MB，不能上传。");
            }
            if (named.putIfAbsent(name, content) != null) {
                throw Rejection.invalid("“" + name + "”选了两次，请只留一个。");
            }
        });
        return named;
    }

    /** @return whether it was there; whoever takes a draft away first has it */
    public boolean remove(long id) {
        return database.sql("delete from model_draft where id = ?").param(id).update() > 0;
    }
}
