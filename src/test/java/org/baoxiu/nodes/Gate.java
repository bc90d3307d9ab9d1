package org.baoxiu.nodes;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds the timers of all nodes up just before they commit, by a lock on the engine's job log, which is written last. So a
 * test decides what has happened when a node dies, however fast the machine is: everything, and nothing is committed.
 */
final class Gate implements AutoCloseable {

  private final DataSource database;
  private Connection lock;

  Gate(DataSource database) {
    this.database = database;
  }

  /** Returns when those who are past the gate have committed. */
  void shut() throws SQLException {
    lock = database.getConnection();
    lock.setAutoCommit(false);
    lock.createStatement().execute("lock table act_hi_job_log in exclusive mode");
  }

  /** How many transactions of a node stand in front of the gate. */
  int waiting(Node node) {
    return JdbcClient.create(database)
        .sql("select count(*) from pg_stat_activity where application_name = ? and wait_event_type = 'Lock'")
        .param(node.name()).query(Integer.class).single();
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
