package org.baoxiu.notification;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The group chats, which differ in their settings only. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NotificationProperties.class)
class Channels {

    @Bean
    GroupRobot weCom(NotificationProperties settings, TaskLinks links, Clock clock) {
        return new GroupRobot(ChannelKind.WE_COM, settings.weCom(), settings.patience(), links, clock);
    }

    @Bean
    GroupRobot dingTalk(NotificationProperties settings, TaskLinks links, Clock clock) {
        return new GroupRobot(ChannelKind.DING_TALK, settings.dingTalk(), settings.patience(), links, clock);
    }
}
