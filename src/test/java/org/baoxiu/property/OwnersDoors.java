package org.baoxiu.property;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.baoxiu.notification.OwnerLinks;
import org.baoxiu.process.repair.owner.OwnerContactProcess;
import org.baoxiu.slip.Slip;
import org.baoxiu.testing.Answers;
import org.baoxiu.testing.Office;
import org.baoxiu.web.owner.OwnersPhone;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** The ways by which an owner speaks to the office: the telephone, through a clerk, and the page of the slip. */
final class OwnersDoors {

    static final List<String> ANY_TIME = List.of("urge", "complain", "cancel", "reschedule");
    private static final Pattern FORM = Pattern.compile("action=\"/r/[^\"/]+/([a-z]+)\"");

    private final Office office;
    private final ProcessEngine engine;
    private final OwnerLinks links;
    private final OwnersPhone phone;
    private final Map<String, String> pages = new HashMap<>();

    OwnersDoors(Office office, ProcessEngine engine, OwnerLinks links, OwnersPhone phone) {
        this.office = office;
        this.engine = engine;
        this.links = links;
        this.phone = phone;
    }

    /** A call about one slip that a clerk has looked up. */
    record Call(ProcessInstance found, List<String> offered) {}

    Call isCalled(String clerk, Slip slip) {
        ProcessInstance found = office.starts(clerk, OwnerContactProcess.KEY, Map.of("caller", slip.number()));
        Object slips = engine.getRuntimeService().getVariable(found.getId(), OwnerContactProcess.Found.SLIPS);
        List<String> offered = new ArrayList<>();
        try {
            for (JsonNode one : new ObjectMapper().readTree(slips.toString())) {
                offered.addAll(List.of(one.path("kinds").asText().split(",")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Call(found, offered);
    }

    Map<String, Object> said(Slip slip, String kind, boolean lossOrInjury) {
        Map<String, Object> call = Answers.with(Answers.call(slip.number(), kind), "lossOrInjury", lossOrInjury);
        return switch (kind) {
            case "reschedule" ->
                Answers.with(
                        call,
                        "appointmentAt",
                        office.now().plus(Duration.ofHours(2)).toString());
            case "correctPhone" -> Answers.with(Answers.without(call, "ownerWords"), "reporterPhone", "13900000000");
            default -> call;
        };
    }

    OwnersPhone.Page opens(String slipNumber) {
        OwnersPhone.Page page = phone.opens(path(slipNumber));
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return page;
    }

    /** What a page offers is a form on it. */
    static List<String> offers(OwnersPhone.Page page) {
        return FORM.matcher(page.body()).results().map(form -> form.group(1)).toList();
    }

    private String path(String slipNumber) {
        return pages.computeIfAbsent(
                slipNumber, slip -> URI.create(links.issue(slip)).getPath());
    }

    OwnersPhone.Page sends(String slipNumber, String action, Map<String, String> form) {
        return phone.sends(path(slipNumber) + "/" + action, form);
    }

    /** What is usually filled in. */
    String[] words(String action) {
        return action.equals("reschedule")
                ? new String[] {
                    "time",
                    LocalDateTime.ofInstant(office.now().plus(Duration.ofHours(2)), ZoneId.systemDefault())
                            .truncatedTo(ChronoUnit.MINUTES)
                            .toString()
                }
                : new String[] {"words", "等了很久"};
    }
}
