package org.baoxiu.privacy;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what is kept; the reasons are in {@code docs/guide-operator.md}. Messages have {@code baoxiu.notification.keep-for}, the engine's history the time to
 * live of the models.
 *
 * @param telephones after the end of a slip: call-back, rework and questions are over
 * @param people     name and whatever names somebody on a slip, after its end: claims lapse
 * @param photos     with signatures, likewise
 * @param callers    of incidents, after the incident is over
 * @param residents  after they have moved out
 * @param notes      about places, after they have ended
 */
@ConfigurationProperties("baoxiu.keep")
record KeepProperties(
        @DefaultValue("P1Y") Period telephones,
        @DefaultValue("P3Y") Period people,
        @DefaultValue("P3Y") Period photos,
        @DefaultValue("P1Y") Period callers,
        @DefaultValue("P1Y") Period residents,
        @DefaultValue("P1Y") Period notes) {}
