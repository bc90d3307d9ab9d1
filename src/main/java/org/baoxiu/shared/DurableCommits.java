package org.baoxiu.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.transaction.TransactionManagerCustomizers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.JdbcTransactionObjectSupport;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Whoever is told that something is done may rely on it, even if the process dies in the next moment. H2 keeps what is committed in
 * memory for up to half a second; its own setting for that, {@code WRITE_DELAY=0}, leaves out a commit that meets another one, and stops
 * the thread that keeps the file small. So a commit is over when it is in the file.
 */
@Configuration(proxyBeanMethods = false)
class DurableCommits {

    @Bean
    JdbcTransactionManager transactionManager(
            DataSource database, ObjectProvider<TransactionManagerCustomizers> customizers) {
        Transactions transactions = new Transactions(database);
        customizers.ifAvailable(all -> all.customize(transactions));
        return transactions;
    }

    private static final class Transactions extends JdbcTransactionManager {

        private static final String URL_OF_FILE = "jdbc:h2:(?!mem:).*";

        /** Null until somebody has asked. */
        private volatile @Nullable Boolean fileOfH2;

        Transactions(DataSource database) {
            super(database);
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            super.doCommit(status);
            if (!status.isReadOnly()) {
                Connection connection = ((JdbcTransactionObjectSupport) status.getTransaction())
                        .getConnectionHolder()
                        .getConnection();
                try {
                    if (inFileOfH2(connection)) {
                        write(connection);
                    }
                } catch (SQLException e) {
                    throw translateException("write to the file of H2", e);
                }
            }
        }

        private boolean inFileOfH2(Connection connection) throws SQLException {
            Boolean known = fileOfH2;
            if (known == null) {
                String url = connection.getMetaData().getURL();
                known = url != null && url.matches(URL_OF_FILE);
                fileOfH2 = known;
            }
            return known;
        }

        private static void write(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("checkpoint");
            }
        }
    }
}
