package org.baoxiu.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.baoxiu.audit.AuditTrail.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happened on the slips that were received or have ended in a period, for programs that find out how work really goes: all of each slip, as
 * it is now. It is written as it is read, one slip at a time, and all of it as the records were at one moment. No owner and no colleague is named in
 * it, nothing that anybody has written and no address.
 */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class EventLog {

    private final LoggedRecords records;
    private final Clock clock;

    EventLog(LoggedRecords records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    /** What is told of one slip, with what happened on it in its order. */
    private interface Told<E extends Exception> {

        void of(LoggedSlip slip, List<LoggedEvent> events) throws E;
    }

    private interface Written<T> {

        void of(T one) throws IOException;
    }

    /**
     * As XES (IEEE 1849), a trace each slip.
     *
     * @param picture by which the elements are named
     */
    public void xes(Period period, ProcessPicture picture, OutputStream to) throws IOException {
        try {
            Pseudonyms people = new Pseudonyms(records.roles());
            XesWriter log = new XesWriter(to, people);
            log.begin(period);
            each(period, picture, log::trace);
            log.end();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /**
     * As OCEL 2.0 in JSON: slips, places, people and bills, and what happened to which of them.
     *
     * @param picture by which the elements are named
     */
    public void ocel(Period period, ProcessPicture picture, OutputStream to) throws IOException {
        Pseudonyms people = new Pseudonyms(records.roles());
        try (OcelWriter log = new OcelWriter(to, people)) {
            log.beginEvents();
            each(period, picture, log::events);
            each(records.money(period), log::event);
            log.beginObjects();
            each(records.slips(period), slip -> log.object(slip, clock.instant()));
            each(records.places(period), log::object);
            each(records.bills(period), log::object);
            log.end();
        }
    }

    private static <T> void each(Stream<T> read, Written<T> written) throws IOException {
        try (read) {
            for (T one : (Iterable<T>) read::iterator) {
                written.of(one);
            }
        }
    }

    private <E extends Exception> void each(Period period, ProcessPicture picture, Told<E> told) throws E {
        try (Stream<LoggedSlip> slips = records.slips(period);
                Stream<LoggedEvent> events = records.events(period, new NamedElements(picture))) {
            Iterator<LoggedEvent> all = events.iterator();
            LoggedEvent next = next(all);
            for (LoggedSlip slip : (Iterable<LoggedSlip>) slips::iterator) {
                List<LoggedEvent> happened = new ArrayList<>();
                while (next != null && next.slip().equals(slip.number())) {
                    happened.add(next);
                    next = next(all);
                }
                told.of(slip, happened);
            }
            if (next != null) {
                throw new IllegalStateException("An event of a slip that is not there: " + next.slip());
            }
        }
    }

    private static @Nullable LoggedEvent next(Iterator<LoggedEvent> all) {
        return all.hasNext() ? all.next() : null;
    }
}
