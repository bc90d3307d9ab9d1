package org.baoxiu.process.repair.added;

import java.util.Set;
import org.baoxiu.engine.CaseWatch;
import org.baoxiu.shared.Person;
import org.baoxiu.slip.Slips;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes it into the history of a slip that its case goes on under another version of the process (4.3.1). */
@Component
class MovedSlips implements CaseWatch {

    private final Slips slips;
    private final JdbcClient database;

    MovedSlips(Slips slips, JdbcClient database) {
        this.slips = slips;
        this.database = database;
    }

    private record Move(String person, String reason) {}

    @Override
    public void moved(@Nullable String businessKey, String process, int version) {
        if (businessKey != null && slips.exists(businessKey)) {
            Move move = database.sql(
                            "select person, reason from case_move where process = ? and to_version = ? order by id desc limit 1")
                    .params(process, version)
                    .query((row, line) -> new Move(row.getString("person"), row.getString("reason")))
                    .optional()
                    .orElseGet(() -> new Move(Person.SYSTEM, ""));
            slips.note(
                    businessKey,
                    new Person(move.person(), Set.of()),
                    0,
                    "",
                    "流程改按第 " + version + " 版继续办理" + (move.reason().isEmpty() ? "" : "：" + move.reason()));
        }
    }
}
