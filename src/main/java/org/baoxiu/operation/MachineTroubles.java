package org.baoxiu.operation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** What the machine lacks: room, a fresh backup. */
@Component
class MachineTroubles implements TroubleSource {

    /** Before the node's name: another node does not know of its disk. */
    private static final String DISK = "disk-";

    private final JdbcClient database;
    private final DatabasePlace place;
    private final Backups backups;
    private final OperationProperties settings;
    private final Clock clock;

    MachineTroubles(
            JdbcClient database, DatabasePlace place, Backups backups, OperationProperties settings, Clock clock) {
        this.database = database;
        this.place = place;
        this.backups = backups;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether it is about another node's own disk. */
    static boolean ofAnotherNode(String key) {
        return key.startsWith(DISK) && !key.startsWith(DISK + node() + "-");
    }

    @Override
    public List<Trouble> found() {
        List<Trouble> found = new ArrayList<>();
        Stream.concat(
                        Stream.of(place.ofFile().orElse(Path.of("."))),
                        backups.possible() ? Stream.of(settings.directory()) : Stream.empty())
                .map(MachineTroubles::existing)
                .distinct()
                .forEach(path -> full(path).ifPresent(found::add));
        backup().ifPresent(found::add);
        return found;
    }

    private Optional<Trouble> full(Path path) {
        try {
            DataSize free = DataSize.ofBytes(Files.getFileStore(path).getUsableSpace());
            return free.compareTo(settings.freeSpace()) >= 0
                    ? Optional.empty()
                    : Optional.of(Trouble.of(
                            TroubleKind.DISK,
                            DISK + node() + "-" + path,
                            "机器 " + node() + " 的 " + path + " 只剩 " + free.toMegabytes() + " MB",
                            null));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Path existing(Path path) {
        Path there = path.toAbsolutePath().normalize();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return Files.isDirectory(there) || there.getParent() == null ? there : there.getParent();
    }

    private static String node() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    private Optional<Trouble> backup() {
        Instant oldest = clock.instant().minus(settings.oldest());
        if (place.inMemory() || !worthIt(oldest)) {
            return Optional.empty();
        }
        Optional<Backups.Made> latest = backups.latest();
        return latest.map(Backups.Made::at).filter(oldest::isBefore).isPresent()
                ? Optional.empty()
                : Optional.of(Trouble.of(
                        TroubleKind.BACKUP,
                        "backup",
                        latest.map(made -> "最近一次备份是 " + Times.minute(made.at())).orElse("还没有备份过") + "，已经超过 "
                                + days(settings.oldest()),
                        latest.map(Backups.Made::at).orElse(null)));
    }

    /** Whoever has just begun has nothing to lose yet. */
    private boolean worthIt(Instant oldest) {
        return database.sql("select min(opened_at) as oldest from slip")
                .query((row, index) -> Optional.ofNullable(LocalTimes.instantOrNull(row, "oldest")))
                .single()
                .filter(oldest::isAfter)
                .isPresent();
    }

    private static String days(Duration time) {
        return time.toHours() % 24 == 0 ? time.toDays() + " 天" : time.toHours() + " 小时";
    }
}
