package org.baoxiu.nodes;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds all nodes up in the middle of a transaction, by a lock on a table that it writes to. So a test decides what has happened
 * when a node dies, however fast the machine is: all that comes before, and nothing is committed.
 */
final class Gate implements AutoCloseable {

    private final DataSource database;
    private final String table;
    private Connection lock;

    Gate(DataSource database, String table) {
        this.database = database;
        this.table = table;
    }

    /** In front of the end of each timer: the engine's job log is written last. */
    static Gate beforeTimersCommit(DataSource database) {
        return new Gate(database, "act_hi_job_log");
    }

    /** Returns when those who are past the gate have committed. */
    void shut() throws SQLException {
        lock = database.getConnection();
        lock.setAutoCommit(false);
        lock.createStatement().execute("lock table " + table + " in exclusive mode");
    }

    /** How many transactions of a node stand in front of the gate. */
    int waiting(Node node) {
        return JdbcClient.create(database)
                .sql(
                        """
            select count(distinct a.pid) from pg_stat_activity a join pg_locks l on l.pid = a.pid
             where a.application_name = ? and not l.granted and l.relation = cast(? as regclass)""")
                .params(node.name(), table)
                .query(Integer.class)
                .single();
    }

    void open() throws SQLException {
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }

    @Override
    public void close() throws SQLException {
        open();
    }
}
