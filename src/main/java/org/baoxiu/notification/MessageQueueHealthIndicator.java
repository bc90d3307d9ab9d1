package org.baoxiu.notification;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Whether this node takes messages from the queue. */
@Component
class MessageQueueHealthIndicator extends AbstractHealthIndicator {

    private final DeliveryQueue queue;

    MessageQueueHealthIndicator(DeliveryQueue queue) {
        this.queue = queue;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.status(queue.isRunning() ? "UP" : "DOWN");
    }
}
