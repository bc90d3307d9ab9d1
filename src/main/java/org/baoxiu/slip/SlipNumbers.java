package org.baoxiu.slip;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.jdbc.support.incrementer.DataFieldMaxValueIncrementer;
import org.springframework.jdbc.support.incrementer.H2SequenceMaxValueIncrementer;
import org.springframework.jdbc.support.incrementer.PostgresSequenceMaxValueIncrementer;
import org.springframework.stereotype.Component;

/** Running numbers of slips, such as WX20261123-000042: unique over all nodes because the database counts. */
@Component
public class SlipNumbers {

    private static final String SEQUENCE = "slip_number";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final DataFieldMaxValueIncrementer sequence;
    private final Clock clock;

    SlipNumbers(DataSource dataSource, Clock clock) throws MetaDataAccessException {
        String product = JdbcUtils.commonDatabaseName(
                JdbcUtils.extractDatabaseMetaData(dataSource, java.sql.DatabaseMetaData::getDatabaseProductName));
        this.sequence = DatabaseDriver.fromProductName(product) == DatabaseDriver.POSTGRESQL
                ? new PostgresSequenceMaxValueIncrementer(dataSource, SEQUENCE)
                : new H2SequenceMaxValueIncrementer(dataSource, SEQUENCE);
        this.clock = clock;
    }

    /** So many numbers may have been given to others, in a past that nobody here knows of. */
    public void leaveOut(int numbers) {
        for (int i = 0; i < numbers; i++) {
            sequence.nextLongValue();
        }
    }

    String next() {
        return "WX%s-%06d".formatted(LocalDate.now(clock).format(DAY), sequence.nextLongValue());
    }
}
