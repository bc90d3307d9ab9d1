package org.baoxiu.office;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.baoxiu.shared.Rejection;
import org.jspecify.annotations.Nullable;

/** What lines do to what is known: decided line by line, without the database. */
final class RegisterPlan {

    /** A place as it is to be: its id is given already. */
    record PlaceRow(long id, long office, RegisterLine line, @Nullable String code, @Nullable String note) {}

    record ResidentRow(long id, long place, Resident resident) {}

    record PlaceKey(long office, String key) {}

    record ResidentKey(long place, ResidentKind kind, String name) {}

    private record Known(long id, PlaceKind kind, @Nullable String code, @Nullable String note) {}

    private final Map<String, Long> offices;
    private final Map<PlaceKey, Known> places = new HashMap<>();
    private final Map<PlaceKey, Long> codes = new HashMap<>();
    private final Map<ResidentKey, ResidentRow> residents = new HashMap<>();
    private final Map<ResidentKey, Integer> rowOf = new HashMap<>();
    private final Map<Long, Integer> rowOfPlace = new HashMap<>();

    private final Map<Long, PlaceRow> newPlaces = new LinkedHashMap<>();
    private final Map<Long, PlaceRow> changedPlaces = new LinkedHashMap<>();
    private final List<ResidentRow> newResidents = new ArrayList<>();
    private final List<ResidentRow> changedResidents = new ArrayList<>();
    private final List<ImportResult.Refused> refused = new ArrayList<>();
    private long lastPlace;
    private long lastResident;
    private int added;
    private int changed;
    private int unchanged;

    /** @param lastPlace, lastResident the highest ids that were given so far */
    RegisterPlan(Map<String, Long> offices, long lastPlace, long lastResident) {
        this.offices = offices;
        this.lastPlace = lastPlace;
        this.lastResident = lastResident;
    }

    void knowPlace(long id, long office, String key, PlaceKind kind, @Nullable String code, @Nullable String note) {
        places.put(new PlaceKey(office, key), new Known(id, kind, code, note));
        if (code != null) {
            codes.put(new PlaceKey(office, code), id);
        }
    }

    void knowResident(long id, long place, Resident resident) {
        residents.put(new ResidentKey(place, resident.kind(), resident.name()), new ResidentRow(id, place, resident));
    }

    void refuse(int row, String reason) {
        refused.add(new ImportResult.Refused(row, reason));
    }

    void add(int row, RegisterLine line) {
        try {
            boolean[] effect = {false, false};
            long place = place(row, line, effect);
            if (line.resident() != null) {
                resident(row, place, line.resident(), effect);
            }
            added += effect[0] ? 1 : 0;
            changed += !effect[0] && effect[1] ? 1 : 0;
            unchanged += effect[0] || effect[1] ? 0 : 1;
        } catch (Rejection e) {
            refuse(row, e.getMessage());
        }
    }

    private long place(int row, RegisterLine line, boolean[] effect) {
        Long office = offices.get(line.office());
        if (office == null) {
            throw Rejection.invalid("没有“" + line.office() + "”这个管理处，请先登记管理处，或照登记册里的名称填写。");
        }
        PlaceKey key = new PlaceKey(office, line.key());
        Known known = places.get(key);
        if (known != null && known.kind() != line.kind()) {
            throw Rejection.invalid(
                    "“" + line.key() + "”已经登记为" + (known.kind() == PlaceKind.FLAT ? "房屋" : "公共部位") + "。");
        }
        ResidentKey person = line.resident() == null || known == null
                ? null
                : new ResidentKey(
                        known.id(), line.resident().kind(), line.resident().name());
        refuseTwice(row, line, known, person);
        String code = line.code() == null && known != null ? known.code() : line.code();
        String note = line.note() == null && known != null ? known.note() : line.note();
        Long holder = code == null ? null : codes.get(new PlaceKey(office, code));
        if (holder != null && (known == null || holder != known.id())) {
            throw Rejection.invalid("短码“" + code + "”已经是另一个公共部位的，请换一个。");
        }
        long id = known == null ? ++lastPlace : known.id();
        if (code != null) {
            codes.put(new PlaceKey(office, code), id);
        }
        PlaceRow place = new PlaceRow(id, office, line, code, note);
        if (known == null) {
            effect[0] = true;
            newPlaces.put(id, place);
        } else if (!Objects.equals(code, known.code()) || !Objects.equals(note, known.note())) {
            effect[1] = true;
            if (newPlaces.computeIfPresent(id, (same, before) -> new PlaceRow(id, office, before.line(), code, note))
                    == null) {
                changedPlaces.put(id, place);
            }
        }
        places.put(key, new Known(id, line.kind(), code, note));
        if (line.resident() == null) {
            rowOfPlace.put(id, row);
        }
        return id;
    }

    /** The same line twice may be a slip of the hand, and the second would undo the first. */
    private void refuseTwice(int row, RegisterLine line, @Nullable Known known, @Nullable ResidentKey person) {
        Integer before = known == null ? null : person == null ? rowOfPlace.get(known.id()) : rowOf.get(person);
        if (before != null) {
            throw Rejection.invalid(
                    person == null ? "与第 " + before + " 行是同一处（" + line.key() + "）。" : "与第 " + before + " 行是同一户的同一个人。");
        }
    }

    private void resident(int row, long place, Resident resident, boolean[] effect) {
        ResidentKey key = new ResidentKey(place, resident.kind(), resident.name());
        ResidentRow known = residents.get(key);
        if (known == null) {
            effect[0] = true;
            newResidents.add(new ResidentRow(++lastResident, place, resident));
        } else if (!known.resident().equals(resident)) {
            effect[1] = true;
            changedResidents.add(new ResidentRow(known.id(), place, resident));
        }
        rowOf.put(key, row);
    }

    ImportResult result() {
        return new ImportResult(
                added,
                changed,
                unchanged,
                refused.stream()
                        .sorted(Comparator.comparingInt(ImportResult.Refused::row))
                        .toList());
    }

    List<PlaceRow> newPlaces() {
        return List.copyOf(newPlaces.values());
    }

    List<PlaceRow> changedPlaces() {
        return List.copyOf(changedPlaces.values());
    }

    List<ResidentRow> newResidents() {
        return newResidents;
    }

    List<ResidentRow> changedResidents() {
        return changedResidents;
    }
}
