package org.baoxiu.identity;

import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.springframework.stereotype.Component;

/**
 * Creates Tasklist's lists: without a filter it shows nothing at all. A list is known by its name; one that an
 * administrator changed stays changed.
 */
@Component
class Filters {

  private final FilterService filterService;
  private final TaskService taskService;
  private final Rights rights;

  Filters(FilterService filterService, TaskService taskService, Rights rights) {
    this.filterService = filterService;
    this.taskService = taskService;
    this.rights = rights;
  }

  void create() {
    for (OfficeFilter filter : OfficeFilter.values()) {
      String id = existing(filter.label());
      share(id != null ? id : create(filter), filter.groups());
    }
  }

  private String existing(String name) {
    List<Filter> found = filterService.createTaskFilterQuery().filterName(name).list();
    return found.isEmpty() ? null : found.get(0).getId();
  }

  private String create(OfficeFilter definition) {
    Filter filter = filterService.newTaskFilter(definition.label());
    filter.setQuery(definition.restrict(taskService.createTaskQuery()));
    filter.setProperties(Map.of(
        "description", definition.description(),
        "color", definition.color(),
        "priority", definition.ordinal(),
        "refresh", true,
        "showUndefinedVariable", false,
        "variables", TaskColumns.LABELS.entrySet().stream()
            .map(column -> Map.of("name", column.getKey(), "label", column.getValue())).toList()));
    return filterService.saveFilter(filter).getId();
  }

  private void share(String filterId, List<OfficeGroup> groups) {
    groups.forEach(group -> rights.grant(Grant.of(group, Resources.FILTER, filterId, Permissions.READ)));
  }
}
