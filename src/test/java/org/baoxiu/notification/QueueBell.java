package org.baoxiu.notification;

import org.springframework.beans.factory.BeanFactory;

/** Wakes the queue of the whole application, which counts its pauses by a clock that tests move back and forth. */
public final class QueueBell {

    private QueueBell() {}

    public static void ring(BeanFactory application) {
        application.getBean(DeliveryQueue.class).look();
    }
}
