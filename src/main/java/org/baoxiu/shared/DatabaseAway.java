package org.baoxiu.shared;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** Tells that an error has no other cause than that nobody can reach the database, and what people are told then. */
public final class DatabaseAway {

    public static final String MESSAGE = "系统暂时用不了，本次操作没有保存。请过一会儿再试；急事请先打电话。";
    /** When to ask again, in seconds. */
    public static final String RETRY_AFTER = "10";
    /** Of SQL states: connection exception, operator intervention (PostgreSQL: is shut down, cannot connect now). */
    private static final String STATES = "08...|57P0[123]";
    /** Of H2: no such connection, database is closing, already closed, connection broken. */
    private static final String STATES_OF_H2 = "90067|90098|90121|90020";

    /** Of the pool, about a connection that broke earlier in the same request. */
    private static final String CLOSED = "Connection is closed";

    /** Whether an error has no other cause than that nobody can reach the database. */
    public static boolean is(Throwable error) {
        Throwable cause = error;
        for (int depth = 0; cause != null && depth < 50; depth++, cause = cause.getCause()) {
            if (cause instanceof SQLException sql && noConnection(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean noConnection(SQLException error) {
        return error instanceof SQLTransientConnectionException
                || CLOSED.equals(error.getMessage())
                || error.getSQLState() != null && error.getSQLState().matches(STATES + "|" + STATES_OF_H2);
    }

    private DatabaseAway() {}
}
