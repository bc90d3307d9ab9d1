package org.baoxiu.models.rehearsal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much a rehearsal may take.
 *
 * @param timeLimit after which its process is killed
 * @param memory    largest heap of its process, which takes about as much again besides
 */
@ConfigurationProperties("baoxiu.rehearsal")
record RehearsalProperties(@DefaultValue("10m") Duration timeLimit, @DefaultValue("256MB") DataSize memory) {}
