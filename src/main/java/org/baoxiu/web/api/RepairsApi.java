package org.baoxiu.web.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.baoxiu.incident.Incidents;
import org.baoxiu.office.Location;
import org.baoxiu.owner.ConsentByLink;
import org.baoxiu.owner.OwnerSteps;
import org.baoxiu.owner.OwnerViews;
import org.baoxiu.owner.Reporting;
import org.baoxiu.photo.PhotoKind;
import org.baoxiu.photo.Photos;
import org.baoxiu.photo.Picture;
import org.baoxiu.shared.Person;
import org.baoxiu.slip.Report;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.Wish;
import org.baoxiu.web.api.GivenAnswers.Answer;
import org.baoxiu.web.api.GivenAnswers.Request;
import org.baoxiu.web.api.Requests.Acceptance;
import org.baoxiu.web.api.Requests.CodeFor;
import org.baoxiu.web.api.Requests.Consent;
import org.baoxiu.web.api.Requests.NewRepair;
import org.baoxiu.web.api.Requests.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The door for the application of a property company: the same steps as on the pages of the owners, in JSON (S1, Q4, 4.3.4.4,
 * 4.3.4.8). Its description is {@code static/api/v1/openapi.yaml}.
 */
@RestController
@RequestMapping(path = RepairsApi.PATH, produces = APPLICATION_JSON_VALUE)
class RepairsApi {

    static final String PATH = "/api/v1/repairs";
    private static final String KEY = "Idempotency-Key";

    private final OwnerSteps steps;
    private final ConsentByLink consents;
    private final OwnerViews views;
    private final Reporting reporting;
    private final Photos photos;
    private final ClientSlips slips;
    private final Incidents incidents;
    private final GivenAnswers answers;
    private final ObjectMapper json;
    private final Clock clock;

    RepairsApi(
            OwnerSteps steps,
            ConsentByLink consents,
            OwnerViews views,
            Reporting reporting,
            Photos photos,
            ClientSlips slips,
            Incidents incidents,
            GivenAnswers answers,
            ObjectMapper json,
            Clock clock) {
        this.steps = steps;
        this.consents = consents;
        this.views = views;
        this.reporting = reporting;
        this.photos = photos;
        this.slips = slips;
        this.incidents = incidents;
        this.answers = answers;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping("/{number}")
    Repair repair(@RequestAttribute(ApiAccess.CLIENT) Client client, @PathVariable String number) {
        return repair(client, number, null);
    }

    /** @param alikeOrNull numbers of open slips that may be about the same */
    private Repair repair(Client client, String number, @Nullable List<String> alikeOrNull) {
        Slip slip = slips.get(client, number);
        Location place = slip.intake().location();
        return Repair.of(
                views.of(slip),
                consents.way(slip),
                alikeOrNull,
                slip.state().ended() || place == null
                        ? List.of()
                        : incidents.wordsAt(slip.report().office(), place));
    }

    @PostMapping(consumes = APPLICATION_JSON_VALUE)
    ResponseEntity<String> report(
            @RequestAttribute(ApiAccess.CLIENT) Client client,
            @RequestHeader(KEY) String key,
            @RequestBody NewRepair repair) {
        Request request = Request.of(client, key, "report " + written(repair));
        return answer(answers.find(request).orElseGet(() -> {
            Report report = repair.report(clock.instant());
            Wish wish = repair.wish();
            if (!client.offices().contains(report.office())) {
                throw Problem.FORBIDDEN.refused("本应用不能为管理处“" + report.office() + "”报修，请核对字段 office。");
            }
            reporting.prepare(report);
            return answers.once(request, () -> {
                reporting.sameFaultElseCounted(report, repair.another()).ifPresent(open -> {
                    throw sameFault(client, open);
                });
                return open(client, report, wish);
            });
        }));
    }

    private Problem.Refused sameFault(Client client, Slip open) {
        Optional<Slip> own = slips.find(client, open.number());
        Problem.Refused refused = Problem.SAME_FAULT_OPEN.refused("这个地点、这个电话已有未办结的报修。要催办，请"
                + (own.isPresent() ? "对维修单 " + open.number() + " 催办" : "请业主联系客服") + "；确实是另一处故障，请把 another 设为 true 再报。");
        return own.isPresent() ? refused.with("number", open.number()) : refused;
    }

    private Answer open(Client client, Report report, @Nullable Wish wish) {
        List<String> alike = slips.ofClient(client, reporting.alike(report));
        String number = steps.report(report, wish);
        slips.add(client, number);
        Repair opened = repair(client, number, alike);
        return new Answer(HttpStatus.CREATED.value(), PATH + "/" + number, written(opened));
    }

    @PostMapping(path = "/{number}/urge", consumes = APPLICATION_JSON_VALUE)
    ResponseEntity<String> urge(
            @RequestAttribute(ApiAccess.CLIENT) Client client,
            @PathVariable String number,
            @RequestHeader(KEY) String key,
            @RequestBody Words words) {
        return step(client, number, "urge", key, words, slip -> steps.urge(slip, words.need()));
    }

    @PostMapping(path = "/{number}/complaint", consumes = APPLICATION_JSON_VALUE)
    ResponseEntity<String> complain(
            @RequestAttribute(ApiAccess.CLIENT) Client client,
            @PathVariable String number,
            @RequestHeader(KEY) String key,
            @RequestBody Words words) {
        return step(client, number, "complaint", key, words, slip -> steps.complain(slip, words.need()));
    }

    @PostMapping(path = "/{number}/cancel", consumes = APPLICATION_JSON_VALUE)
    ResponseEntity<String> cancel(
            @RequestAttribute(ApiAccess.CLIENT) Client client,
            @PathVariable String number,
            @RequestHeader(KEY) String key,
            @RequestBody Words words) {
        return step(client, number, "cancel", key, words, slip -> steps.cancel(slip, words.need()));
    }

    @PostMapping(path = "/{number}/consent", consumes = APPLICATION_JSON_VALUE)
    ResponseEntity<String> consent(
            @RequestAttribute(ApiAccess.CLIENT) Client client,
            @PathVariable String number,
            @RequestHeader(KEY) String key,
            @RequestBody Consent consent) {
        return step(client, number, "consent", key, consent, slip -> {
            switch (consent.need()) {
                case AGREED ->
                    consents.agree(
                            slips.get(client, slip),
                            consent.seen(),
                            consent.signatory(),
                            consent.noiseConsent(),
                            consent.given());
                case ANOTHER_QUOTE -> steps.decline(slip, consent.seen(), true, consent.reason());
                case REFUSED -> steps.decline(slip, consent.seen(), false, consent.reason());
            }
        });
    }

    /** To the telephone of the slip, for a quote above what the office lets an application agree to (4.3.4.4). */
    @PostMapping(path = "/{number}/consent-code", consumes = APPLICATION_JSON_VALUE)
    ResponseEntity<String> consentCode(
            @RequestAttribute(ApiAccess.CLIENT) Client client,
            @PathVariable String number,
            @RequestHeader(KEY) String key,
            @RequestBody CodeFor quote) {
        return step(
                client,
                number,
                "consent-code",
                key,
                quote,
                slip -> consents.sendCode(slips.get(client, slip), quote.seen()));
    }

    @PostMapping(path = "/{number}/acceptance", consumes = APPLICATION_JSON_VALUE)
    ResponseEntity<String> accept(
            @RequestAttribute(ApiAccess.CLIENT) Client client,
            @PathVariable String number,
            @RequestHeader(KEY) String key,
            @RequestBody Acceptance acceptance) {
        return step(client, number, "acceptance", key, acceptance, slip -> {
            switch (acceptance.need()) {
                case ACCEPTED -> {
                    photos.add(
                            slip, PhotoKind.SIGNATURE, List.of(Picture.signature(acceptance.drawn())), Person.owner());
                    steps.accept(
                            slip,
                            acceptance.seen(),
                            acceptance.signatory(),
                            acceptance.functionRestored(),
                            acceptance.siteCleared());
                }
                case REJECTED -> steps.reject(slip, acceptance.seen(), acceptance.reason());
            }
        });
    }

    private ResponseEntity<String> step(
            Client client, String number, String name, String key, Object content, Consumer<String> step) {
        String slip = slips.get(client, number).number();
        return answer(answers.once(Request.of(client, key, name + " " + slip + " " + written(content)), () -> {
            step.accept(slip);
            return new Answer(HttpStatus.OK.value(), null, written(repair(client, slip)));
        }));
    }

    private static ResponseEntity<String> answer(Answer answer) {
        ResponseEntity.BodyBuilder response =
                ResponseEntity.status(answer.status()).contentType(MediaType.APPLICATION_JSON);
        if (answer.location() != null) {
            response.location(URI.create(answer.location()));
        }
        return response.body(answer.body());
    }

    private String written(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
