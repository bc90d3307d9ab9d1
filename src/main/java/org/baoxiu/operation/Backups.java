package org.baoxiu.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.baoxiu.notification.Night;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.Rejection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Backups of the whole record: everything is in the database. The application itself backs up a file of H2, each night and on demand, while
 * it is at work; a script does it for PostgreSQL ({@code docker/backup-postgres.sh}) and writes down that it has.
 */
@Component
@EnableConfigurationProperties(OperationProperties.class)
class Backups {

    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'baoxiu-'yyyyMMdd-HHmmss'.zip'");

    private final JdbcClient database;
    private final DatabasePlace place;
    private final Installation installation;
    private final OperationProperties settings;
    private final Clock clock;

    Backups(
            JdbcClient database,
            DatabasePlace place,
            Installation installation,
            OperationProperties settings,
            Clock clock) {
        this.database = database;
        this.place = place;
        this.installation = installation;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param place where it is, as whoever made it has written it down */
    record Made(Instant at, String place) {}

    Optional<Made> latest() {
        return database.sql("select made_at, place from backup_made order by made_at desc fetch first 1 row only")
                .query((row, index) -> new Made(LocalTimes.instant(row, "made_at"), row.getString("place")))
                .optional();
    }

    /** Whether the application can do it. */
    boolean possible() {
        return place.ofFile().isPresent();
    }

    @EventListener(Night.class)
    void nightly() {
        if (possible() && installation.allowed()) {
            make();
        }
    }

    /** @return the file */
    synchronized Path make() {
        if (!possible()) {
            throw Rejection.invalid("这里不能由系统自己备份，请在服务器上运行 docker/backup-postgres.sh（运行维护指南“备份”一节）。");
        }
        LocalDateTime now = LocalTimes.local(clock.instant());
        Path file = settings.directory().toAbsolutePath().resolve(now.format(NAME));
        try {
            Files.createDirectories(file.getParent());
            database.sql("backup to '" + file.toString().replace("'", "''") + "'")
                    .update();
            onlyForItsOwner(file);
            installation.moves();
            database.sql("insert into backup_made (made_at, place) values (?, ?)")
                    .params(now, file.toString())
                    .update();
            LOG.info("Backed up to {}", file);
            forgetOld();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void onlyForItsOwner(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private void forgetOld() throws IOException {
        try (Stream<Path> files = Files.list(settings.directory())) {
            List<Path> old = files.filter(file -> file.getFileName().toString().matches("baoxiu-\\d{8}-\\d{6}\\.zip"))
                    .sorted(Comparator.<Path>naturalOrder().reversed())
                    .skip(settings.keep())
                    .toList();
            for (Path file : old) {
                Files.delete(file);
            }
        }
    }
}
