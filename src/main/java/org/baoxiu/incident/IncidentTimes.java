package org.baoxiu.incident;

import org.baoxiu.notification.EveryMinute;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** Ends planned incidents at their end, and asks after those that were to be over by now; each in a transaction of its own. */
@Component
class IncidentTimes {

    private static final Logger LOG = LoggerFactory.getLogger(IncidentTimes.class);

    private final IncidentStore store;
    private final Incidents incidents;

    IncidentTimes(IncidentStore store, Incidents incidents) {
        this.store = store;
        this.incidents = incidents;
    }

    @EventListener
    void look(EveryMinute minute) {
        for (Incident one : store.open("")) {
            try {
                incidents.timeHasPassed(one);
            } catch (RuntimeException e) {
                LOG.warn(
                        "Incident {} is looked at again in a minute: {}",
                        one.id(),
                        NestedExceptionUtils.getMostSpecificCause(e).getClass().getSimpleName());
            }
        }
    }
}
