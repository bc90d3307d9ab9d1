package org.baoxiu.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.baoxiu.process.repair.RepairRequestProcess;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What the staff may look at in the running application, page by page and file by file: taken from its mappings and {@link Doors}, so that
 * a page which has come since is there too.
 *
 * @param pattern     as the controller names it
 * @param application the right that opens it
 * @param address     an example of it
 */
public record StaffAddress(String pattern, String application, String address) {

    /** Below it are the tasks of whoever is logged in. */
    public static final String TASKS = "/tasks";

    /**
     * @param examples an address for each pattern with variable parts, and for what has to be asked for; one that is missing or not
     *                 needed fails
     */
    public static List<StaffAddress> all(
            Collection<RequestMappingHandlerMapping> mappings, Map<String, String> examples) {
        Map<String, String> applications = new TreeMap<>();
        mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .filter(door -> looks(door.getMethodsCondition().getMethods()))
                .flatMap(door -> door.getPatternValues().stream())
                .forEach(pattern -> application(pattern).ifPresent(found -> applications.put(pattern, found)));
        Set<String> unknown = new TreeSet<>(examples.keySet());
        unknown.removeAll(applications.keySet());
        assertThat(unknown).as("examples of no page").isEmpty();
        assertThat(applications.keySet())
                .as("pages without an example: say where it leads")
                .allMatch(pattern -> !pattern.contains("{") || examples.containsKey(pattern))
                .hasSizeGreaterThan(40);
        return applications.entrySet().stream()
                .map(page -> new StaffAddress(
                        page.getKey(), page.getValue(), examples.getOrDefault(page.getKey(), page.getKey())))
                .toList();
    }

    /** What there is to see: one slip with a task at a flat that is in the register, an incident and a draft of tables. */
    public record Seen(
            String number, String task, String month, long place, long person, long incident, long draft, long office) {

        /** An address for each pattern with variable parts, to which others may be added. */
        public Map<String, String> examples() {
            Map<String, String> of = new TreeMap<>();
            of.put("/desk/places/{id}", "/desk/places/" + place + "?slip=" + number);
            of.put("/register/places/{id}", "/register/places/" + place);
            of.put("/register-keep/places/{id}", "/register-keep/places/" + place);
            of.put("/register-keep/places/{id}/people", "/register-keep/places/" + place + "/people");
            of.put("/register-keep/people/{id}", "/register-keep/people/" + person);
            of.put("/slips/{number}", "/slips/" + number);
            of.put("/slips/{number}/dossier", "/slips/" + number + "/dossier");
            of.put("/slips/{number}/replay", "/slips/" + number + "/replay");
            of.put("/slips/{number}/replay/data", "/slips/" + number + "/replay/data");
            of.put("/slips/{number}/print", "/slips/" + number + "/print");
            of.put("/slips/{number}/photos", "/slips/" + number + "/photos");
            of.put("/slips/{number}/photos/{id}", "/slips/" + number + "/photos/0");
            of.put("/links/{number}", "/links/" + number);
            of.put("/statements/{month}/{slipNumber}", "/statements/" + month + "/" + number);
            of.put("/months/{month:\\d{4}-\\d{2}}", "/months/" + month);
            of.put("/months/{month}/slips", "/months/" + month + "/slips?count=received&of=");
            of.put("/months/{month}/causes", "/months/" + month + "/causes");
            of.put("/months/{month}/workbook", "/months/" + month + "/workbook");
            of.put("/incidents/{id}", "/incidents/" + incident);
            of.put("/today/slips", "/today/slips?figure=OPEN");
            of.put("/rules/slips", "/rules/slips?rule=WORK_WITHOUT_CONSENT");
            of.put("/ways/slips", "/ways/slips?way=x");
            of.put("/audit/{topic:[a-z-]+}", "/audit/money");
            of.put("/audit/changes/{id:\\d{1,9}}", "/audit/changes/0");
            of.put("/heat/slips", "/heat/slips?element=" + RepairRequestProcess.Elements.VISIT_SITE);
            of.put("/models/drafts/{id}", "/models/drafts/" + draft);
            of.put("/models/drafts/{id}/drawing", "/models/drafts/" + draft + "/drawing?process=repairRequest");
            of.put("/models/changes/{id}", "/models/changes/0");
            of.put("/models/changes/{id}/drawing", "/models/changes/0/drawing?process=repairRequest");
            of.put("/models/replays/{id}", "/models/replays/0");
            of.put("/models/rehearsals/{id}", "/models/rehearsals/0");
            of.put("/models/rehearsals/{id}/drawing", "/models/rehearsals/0/drawing?case=0&process=repairRequest");
            of.put("/models/processes/{key}", "/models/processes/repairRequest");
            of.put("/models/processes/{key}/drawing", "/models/processes/repairRequest/drawing?version=1");
            of.put("/models/files/{kind}/{key}", "/models/files/PROCESS/repairRequest");
            of.put("/setup/offices/{id}", "/setup/offices/" + office);
            of.put("/tasks/{id}", "/tasks/" + task);
            of.put("/tasks/{task}/photos/{id}", "/tasks/" + task + "/photos/0");
            return of;
        }
    }

    private static boolean looks(Set<RequestMethod> methods) {
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }

    private static Optional<String> application(String pattern) {
        return Stream.concat(Doors.PAGES.entrySet().stream(), Stream.of(Map.entry(Doors.TASKS, Staff.TASKLIST)))
                .filter(door -> !Doors.TASKS_FOR_ALL.contains(pattern))
                .filter(door -> below(door.getKey().replace("/**", ""), pattern))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean below(String door, String pattern) {
        return pattern.equals(door) || pattern.startsWith(door + "/");
    }
}
