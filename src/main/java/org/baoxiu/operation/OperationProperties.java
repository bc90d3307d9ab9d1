package org.baoxiu.operation;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an operator may set.
 *
 * @param directory where backups of H2 go
 * @param keep      how many of them stay
 * @param oldest    how old the latest backup may be before somebody is told
 * @param freeSpace so much has to be free on the disk of the database and of the backups
 */
@ConfigurationProperties("baoxiu.backup")
record OperationProperties(
        @DefaultValue("data/backups") Path directory,
        @DefaultValue("7") int keep,
        @DefaultValue("2d") Duration oldest,
        @DefaultValue("2GB") DataSize freeSpace) {}
