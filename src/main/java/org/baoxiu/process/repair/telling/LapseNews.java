package org.baoxiu.process.repair.telling;

import org.baoxiu.dispatch.CertificateLapsed;
import org.baoxiu.notification.Event;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the supervisor that work went on with a certificate that has run out since the slip was picked up (Q3). */
@Component
class LapseNews {

    private final StaffNews news;

    LapseNews(StaffNews news) {
        this.news = news;
    }

    @EventListener
    void lapsed(CertificateLapsed lapse) {
        news.tell(
                Event.CERTIFICATE_LAPSED,
                lapse.slipNumber(),
                lapse.qualification().label() + "资质已于 " + lapse.expiredOn() + " 到期");
    }
}
