package org.baoxiu.people;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Lets nodes that start together set up one after another; the second then finds everything in place. */
@Component
public class StartLock {

    private final JdbcTemplate jdbc;

    StartLock(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for the lock, which the end of the present transaction releases. */
    public void acquire() {
        jdbc.queryForObject("select id from start_lock where id = 1 for update", Integer.class);
    }
}
