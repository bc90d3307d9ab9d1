package org.baoxiu.engine;

import java.time.ZoneId;
import java.util.TimeZone;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.context.ApplicationListener;

/**
 * Makes Chinese time the default of the whole application, whatever the machine is set to. The engine reads the default
 * zone once while it is built, so this runs before anything else (registered in {@code META-INF/spring.factories}).
 */
class OfficeTimeZone implements ApplicationListener<ApplicationStartingEvent> {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Override
    public void onApplicationEvent(ApplicationStartingEvent event) {
        TimeZone.setDefault(TimeZone.getTimeZone(ZONE));
    }
}
