package org.baoxiu.web.api;

import org.baoxiu.notification.Messages;
import org.baoxiu.slip.StateChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells a client every change of state of the slips that it has reported; that they were opened, its own request tells (Q4). */
@Component
class StateNews {

    private final ClientSlips slips;
    private final Messages messages;

    StateNews(ClientSlips slips, Messages messages) {
        this.slips = slips;
        this.messages = messages;
    }

    @EventListener
    void changed(StateChanged change) {
        slips.clientOf(change.slip().number()).ifPresent(client -> messages.tellClient(client, change));
    }
}
