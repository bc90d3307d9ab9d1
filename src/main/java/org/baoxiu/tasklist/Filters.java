package org.baoxiu.tasklist;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.baoxiu.office.Office;
import org.baoxiu.people.Grant;
import org.baoxiu.people.OfficeGroups;
import org.baoxiu.people.Rights;
import org.baoxiu.people.SetUp;
import org.baoxiu.shared.OfficeGroup;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * Creates Tasklist's lists: without a filter it shows nothing at all. A list is known by its name; one that an
 * administrator changed stays changed.
 */
@Component
class Filters implements SetUp {

    static final String OFFICE = "office";
    private static final String OFFICE_COLOR = "#6d4c41";
    /** A technician goes where the slip says. */
    private static final List<OfficeGroup> SHARE_OUT_WORK = OfficeGroup.ON_SLIPS.stream()
            .filter(group -> group != OfficeGroup.MAINTENANCE)
            .toList();

    private final FilterService filterService;
    private final TaskService taskService;
    private final Rights rights;

    Filters(FilterService filterService, TaskService taskService, Rights rights) {
        this.filterService = filterService;
        this.taskService = taskService;
        this.rights = rights;
    }

    @Override
    public void create() {
        for (OfficeFilter filter : OfficeFilter.values()) {
            offer(
                    filter.label(),
                    filter.description(),
                    filter.color(),
                    filter.ordinal(),
                    filter.restrict(taskService.createTaskQuery()),
                    filter.groups().stream().map(OfficeGroup::id).toList());
        }
    }

    /** One list for each office, after those for everybody; that of an office that is given up stays for what is still open there. */
    void create(List<Office> offices) {
        for (Office office : offices) {
            offer(
                    office.name(),
                    office.name() + "的任务",
                    OFFICE_COLOR,
                    OfficeFilter.values().length + offices.indexOf(office),
                    taskService.createTaskQuery().processVariableValueEquals(OFFICE, office.name()),
                    lookingAt(office));
        }
    }

    /** Its own people, and those of the whole company who share out work. */
    private static List<String> lookingAt(Office office) {
        return Stream.concat(
                        Stream.of(OfficeGroups.of(Objects.requireNonNull(office.id()))),
                        SHARE_OUT_WORK.stream().map(group -> OfficeGroups.ofCompany(group.id())))
                .toList();
    }

    private void offer(String name, String description, String color, int place, TaskQuery query, List<String> groups) {
        List<Filter> found =
                filterService.createTaskFilterQuery().filterName(name).list();
        share(
                found.isEmpty()
                        ? save(name, description, color, place, query)
                        : found.get(0).getId(),
                groups);
    }

    private String save(String name, String description, String color, int place, TaskQuery query) {
        Filter filter = filterService.newTaskFilter(name);
        filter.setQuery(query);
        filter.setProperties(Map.of(
                "description",
                description,
                "color",
                color,
                "priority",
                place,
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "variables",
                TaskColumns.LABELS.entrySet().stream()
                        .map(column -> Map.of("name", column.getKey(), "label", column.getValue()))
                        .toList()));
        return filterService.saveFilter(filter).getId();
    }

    private void share(String filterId, List<String> groups) {
        groups.forEach(group -> rights.grant(new Grant(group, Resources.FILTER, filterId, List.of(Permissions.READ))));
    }
}
