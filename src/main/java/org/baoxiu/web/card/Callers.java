package org.baoxiu.web.card;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.baoxiu.office.Place;
import org.baoxiu.office.PlaceRegister;
import org.baoxiu.office.Resident;
import org.baoxiu.shared.Telephones;
import org.baoxiu.slip.Report;
import org.baoxiu.slip.Slip;
import org.baoxiu.web.card.Card.Somebody;
import org.baoxiu.web.card.Card.Telephone;
import org.springframework.stereotype.Component;

/** Who may be calling about a place: owners and occupants of today, and whoever has reported from there. */
@Component
class Callers {

    private final PlaceRegister places;
    private final Clock clock;

    Callers(PlaceRegister places, Clock clock) {
        this.places = places;
        this.clock = clock;
    }

    /** @param ringing of whoever calls, or empty */
    List<Somebody> of(Spot spot, Stream<Slip> slips, String ringing) {
        List<Resident> residents = spot.registered().map(this::residents).orElse(List.of());
        Set<String> known = new HashSet<>();
        List<Somebody> callers = new ArrayList<>();
        for (Resident resident : residents) {
            resident.telephones().forEach(telephone -> known.add(Telephones.key(telephone)));
            callers.add(somebody(
                    resident.kind().label(),
                    resident.name(),
                    resident.telephones(),
                    Optional.ofNullable(resident.note()).orElse(""),
                    ringing));
        }
        slips.map(Slip::report)
                .filter(report -> known.add(Telephones.key(report.reporterPhone())))
                .forEach(report -> callers.add(reporter(report, ringing)));
        return callers;
    }

    private List<Resident> residents(Place place) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
        return places.residents(place.id()).stream()
                .filter(resident -> resident.on(today))
                .toList();
    }

    private static Somebody reporter(Report report, String ringing) {
        return somebody("报修过", report.reporterName(), List.of(report.reporterPhone()), "", ringing);
    }

    private static Somebody somebody(String role, String name, List<String> telephones, String remark, String ringing) {
        boolean calling = !ringing.isEmpty()
                && telephones.stream()
                        .anyMatch(telephone -> Telephones.key(telephone).equals(Telephones.key(ringing)));
        return new Somebody(
                role,
                name,
                telephones.stream()
                        .map(telephone -> new Telephone(telephone, Telephones.dialled(telephone)))
                        .toList(),
                remark,
                calling);
    }
}
