package org.baoxiu.web.owner;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.baoxiu.incident.Incident;
import org.baoxiu.incident.IncidentCallers;
import org.baoxiu.incident.Incidents;
import org.baoxiu.office.Place;
import org.baoxiu.office.PlaceRegister;
import org.baoxiu.owner.OwnerSteps;
import org.baoxiu.owner.OwnerTokens;
import org.baoxiu.owner.Reporting;
import org.baoxiu.owner.SubmittedForms;
import org.baoxiu.owner.Throttle;
import org.baoxiu.owner.UnknownLink;
import org.baoxiu.paper.Pictures;
import org.baoxiu.photo.PhotoKind;
import org.baoxiu.photo.Photos;
import org.baoxiu.photo.Picture;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.Offices;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Telephones;
import org.baoxiu.shared.Texts;
import org.baoxiu.slip.Area;
import org.baoxiu.slip.Catalogue;
import org.baoxiu.slip.Channel;
import org.baoxiu.slip.Report;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.Wish;
import org.baoxiu.web.FormRefusal;
import org.baoxiu.web.PhotoUploads;
import org.baoxiu.web.owner.OwnerPage.News;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.util.UriComponentsBuilder;

/** Where owners report a fault with their phone, and the poster that leads there (S1, S2). */
@Controller
@RequestMapping("/report")
class ReportPage {

    private static final String REPORT = "report";
    private static final int REPORTS_AN_HOUR = 30;
    private static final int LONGEST_PLACE = 200;
    /** Whoever has read what is known of the place says that it is something else. */
    private static final String OTHER = "other";

    private final OwnerSteps steps;
    private final Catalogue catalogue;
    private final OwnerTokens tokens;
    private final Photos photos;
    private final Reporting reporting;
    private final Offices offices;
    private final PlaceRegister places;
    private final Incidents incidents;
    private final IncidentCallers callers;
    private final SubmittedForms forms;
    private final Throttle throttle;
    private final Clock clock;
    private final String publicUrl;

    ReportPage(
            OwnerSteps steps,
            Catalogue catalogue,
            OwnerTokens tokens,
            Photos photos,
            Reporting reporting,
            Offices offices,
            PlaceRegister places,
            Incidents incidents,
            IncidentCallers callers,
            SubmittedForms forms,
            Throttle throttle,
            Clock clock,
            @Value("${baoxiu.public-url}") String publicUrl) {
        this.steps = steps;
        this.catalogue = catalogue;
        this.tokens = tokens;
        this.photos = photos;
        this.reporting = reporting;
        this.offices = offices;
        this.places = places;
        this.incidents = incidents;
        this.callers = callers;
        this.forms = forms;
        this.throttle = throttle;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    @GetMapping
    String form(@RequestParam Map<String, String> values, Model model) {
        return show(values, model);
    }

    /**
     * To hang up in the lobby, or beside the lift: its square code opens the form with the office filled in, and with the public place, which
     * is one of the register. Without an office, the posters of all.
     */
    @GetMapping("/poster")
    String poster(
            @RequestParam(defaultValue = "") String office,
            @RequestParam(required = false) @Nullable Long place,
            Model model) {
        Optional<String> publicPlace = place == null ? Optional.empty() : publicPlace(office, place);
        if (!offices.has(office) || place != null && publicPlace.isEmpty()) {
            model.addAttribute("offices", offices.names());
            model.addAttribute(
                    "places", offices.names().stream().collect(Collectors.toMap(name -> name, places::publicPlaces)));
            return "posters";
        }
        UriComponentsBuilder address =
                UriComponentsBuilder.fromUriString(publicUrl).path("/report").queryParam("office", "{office}");
        publicPlace.ifPresent(label -> address.queryParam("place", "{place}").queryParam("public", "on"));
        model.addAttribute("office", office);
        model.addAttribute("place", publicPlace.orElse(null));
        model.addAttribute(
                "code",
                Pictures.qrCode(address.encode()
                        .buildAndExpand(Map.of("office", office, "place", publicPlace.orElse("")))
                        .toUriString()));
        return "poster";
    }

    private Optional<String> publicPlace(String office, long id) {
        return places.publicPlaces(office).stream()
                .filter(place -> place.id() == id)
                .map(Place::label)
                .findFirst();
    }

    /** The same fault once more is not opened twice: its owner sees it and can urge. A refused form comes back as it was filled in. */
    @PostMapping
    String report(
            @RequestParam Map<String, String> values,
            @RequestParam(name = "photos", required = false) List<MultipartFile> files,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        OwnerForm form = new OwnerForm(values);
        try {
            Optional<String> before = forms.slipOf(form.key(), REPORT);
            if (before.isPresent()) {
                return follow(before.get(), News.TAKEN);
            }
            Report report = read(form);
            Wish wish = form.wish();
            List<Incident> known = form.ticked(OTHER) ? List.of() : incidents.at(report.office(), report.place());
            if (!known.isEmpty()) {
                return show(values, model);
            }
            Optional<Slip> same = form.ticked("another") ? Optional.empty() : reporting.sameFault(report);
            if (same.isPresent()) {
                model.addAttribute("same", same.get());
                return show(values, model);
            }
            throttle.count("report", request.getRemoteAddr(), REPORTS_AN_HOUR);
            reporting.prepare(report);
            PhotoUploads photos = PhotoUploads.of(files);
            boolean taken = forms.opensSlip(
                    form.key(),
                    REPORT,
                    () -> open(report, wish, form.optional("item"), form.ticked("another"), photos.pictures()));
            return follow(forms.slipOf(form.key(), REPORT).orElseThrow(), taken ? News.REPORTED : News.TAKEN)
                    + photos.problems().stream()
                            .map(problem -> "&photo=" + problem)
                            .collect(Collectors.joining());
        } catch (SameFault found) {
            model.addAttribute("same", found.slip);
            return show(values, model);
        } catch (Rejection refused) {
            FormRefusal.say(refused, model, response);
            return show(values, model);
        }
    }

    /** Urges for the fault that is open already, for whoever knows its place and the telephone of its owner (4.2.1.1). */
    @PostMapping("/urge")
    String urge(@RequestParam Map<String, String> values, HttpServletRequest request, Model model) {
        throttle.count("report", request.getRemoteAddr(), REPORTS_AN_HOUR);
        OwnerForm form = new OwnerForm(values);
        Slip slip = reporting.sameFault(read(form)).orElseThrow(UnknownLink::new);
        forms.once(
                form.key(),
                "urge",
                () -> steps.urge(slip.number(), "业主再次报修：" + slip.report().fault()));
        model.addAttribute("title", "已催办");
        model.addAttribute("text", "维修单 " + slip.number() + " 已催办，客服会尽快与您联系。");
        return "owner-message";
    }

    /** What concerns many is known already: whoever is concerned too is told of its end, and no slip is opened. */
    @PostMapping("/concerned")
    String concerned(
            @RequestParam Map<String, String> values,
            @RequestParam long incident,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        OwnerForm form = new OwnerForm(values);
        try {
            Report report = read(form);
            if (incidents.at(report.office(), report.place()).stream().noneMatch(one -> one.id() == incident)) {
                return show(values, model);
            }
            throttle.count("report", request.getRemoteAddr(), REPORTS_AN_HOUR);
            forms.once(
                    form.key(),
                    "concerned " + incident,
                    () -> callers.join(
                            incident,
                            report.reporterName(),
                            report.reporterPhone(),
                            report.place(),
                            report.fault(),
                            Person.owner()));
        } catch (Rejection refused) {
            FormRefusal.say(refused, model, response);
            return show(values, model);
        }
        model.addAttribute("title", "已记下");
        model.addAttribute("text", incidents.get(incident).words(clock.instant()) + "您也受影响，我们已经记下，不用再报修。");
        return "owner-message";
    }

    private Report read(OwnerForm form) {
        String office = form.text("office", "管理处");
        if (!offices.has(office)) {
            throw Rejection.invalid("没有“" + office + "”这个管理处，请重新选择。");
        }
        String telephone = Telephones.checked("联系电话", form.text("phone", "联系电话"));
        return new Report(
                office,
                Channel.WEB,
                form.ticked("public") ? Area.PUBLIC : Area.INSIDE,
                form.line("name", "您的姓名", 50),
                telephone,
                form.line("place", "地点", LONGEST_PLACE),
                form.text("fault", "故障情况", 800),
                clock.instant());
    }

    private String open(Report report, @Nullable Wish wish, String item, boolean another, List<Picture> pictures) {
        reporting.sameFaultElseCounted(report, another).ifPresent(same -> {
            throw new SameFault(same);
        });
        String number = steps.report(report, wish);
        if (!item.isEmpty()) {
            steps.suggestItem(number, item);
        }
        photos.add(number, PhotoKind.REPORT, pictures, Person.owner());
        return number;
    }

    /** Somebody has reported the same fault at this very moment: nothing is opened. */
    private static class SameFault extends RuntimeException {

        private final transient Slip slip;

        private SameFault(Slip slip) {
            this.slip = slip;
        }
    }

    /** What concerns many at the place that is filled in, also by the address of the page. */
    private Map<Long, String> known(Map<String, String> values) {
        String office = values.getOrDefault("office", "");
        String place = Texts.line(values.getOrDefault("place", ""));
        Map<Long, String> words = new LinkedHashMap<>();
        if (!values.containsKey(OTHER) && !place.isEmpty() && place.length() <= LONGEST_PLACE && offices.has(office)) {
            incidents.at(office, place).forEach(one -> words.put(one.id(), one.words(clock.instant())));
        }
        return words;
    }

    private String follow(String number, News news) {
        return "redirect:/r/" + tokens.token(number) + "?news=" + news;
    }

    private String show(Map<String, String> values, Model model) {
        LocalDateTime now = LocalTimes.local(clock.instant()).truncatedTo(ChronoUnit.MINUTES);
        model.addAttribute("values", values);
        model.addAttribute("known", known(values));
        model.addAttribute("dangers", catalogue.dangers());
        model.addAttribute(
                "categories",
                catalogue.entries().stream()
                        .collect(Collectors.groupingBy(
                                Catalogue.Entry::category, LinkedHashMap::new, Collectors.toList())));
        model.addAttribute("earliest", now);
        model.addAttribute("latest", now.plusYears(1));
        model.addAttribute("offices", offices.names());
        model.addAttribute("most", PhotoKind.MOST);
        model.addAttribute("key", SubmittedForms.newKey());
        return "report";
    }
}
