package org.baoxiu.web.managers;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.baoxiu.audit.AuditTrail.Period;
import org.baoxiu.audit.EventLog;
import org.baoxiu.audit.ProcessPicture;
import org.baoxiu.audit.RepairPicture;
import org.baoxiu.shared.Offices;
import org.baoxiu.web.Attachment;
import org.baoxiu.web.StaffPage;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The period of the page 审计 as an event log, for tools of process mining. It is a file before it is sent: a slow reader holds no connection to the
 * database, and nobody gets half a log.
 */
@StaffPage
class EventLogPage {

    static final String XES = "/audit/xes";
    static final String OCEL = "/audit/ocel";

    private final EventLog log;
    private final RepairPicture picture;
    private final Offices offices;
    private final Clock clock;

    EventLogPage(EventLog log, RepairPicture picture, Offices offices, Clock clock) {
        this.log = log;
        this.picture = picture;
        this.offices = offices;
        this.clock = clock;
    }

    private interface Format {

        void write(Period period, ProcessPicture picture, OutputStream to) throws IOException;
    }

    @GetMapping(XES)
    void xes(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String office,
            HttpServletResponse response)
            throws IOException {
        send(AuditQuery.of(from, until, office, clock), log::xes, ".xes", MediaType.APPLICATION_XML, response);
    }

    @GetMapping(OCEL)
    void ocel(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String office,
            HttpServletResponse response)
            throws IOException {
        send(AuditQuery.of(from, until, office, clock), log::ocel, ".json", MediaType.APPLICATION_JSON, response);
    }

    private void send(AuditQuery query, Format format, String ending, MediaType type, HttpServletResponse response)
            throws IOException {
        Period period = query.period(offices);
        Path file = Files.createTempFile("event-log-", ending);
        try {
            try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(file))) {
                format.write(period, picture.now(), to);
            }
            Attachment.head(
                    response,
                    "event-log-" + query.days().from() + "-" + query.days().until() + ending,
                    type);
            response.setContentLengthLong(Files.size(file));
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.delete(file);
        }
    }
}
