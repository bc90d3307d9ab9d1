package org.baoxiu.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.baoxiu.web.security.Staff;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** Where a person may go: pages of the application and web applications of the engine, each by the right to open it. */
@Component
public class Navigation {

    /** @param current whether it is where the person is */
    public record Place(String title, String path, boolean current) {}

    private record Entry(String title, String path, int place) {

        /** The right is that of the application, see {@code OfficeRights}. */
        private String application() {
            String[] parts = path.split("/");
            return parts[1].equals("camunda") ? parts[3] : parts[1];
        }
    }

    private static final List<Entry> WEB_APPLICATIONS = List.of(
            new Entry("任务列表", "/camunda/app/tasklist/", 0),
            new Entry("运行监控", "/camunda/app/cockpit/", 900),
            new Entry("系统管理", "/camunda/app/admin/", 910));

    private final List<Entry> entries;
    private final Staff staff;

    Navigation(ListableBeanFactory beans, Staff staff) {
        this.staff = staff;
        Stream<Entry> pages = Stream.of(beans.getBeanNamesForAnnotation(StaffPage.class))
                .map(name -> beans.findAnnotationOnBean(name, StaffPage.class))
                .filter(page -> !page.title().isEmpty())
                .map(page -> new Entry(page.title(), page.path(), page.place()));
        entries = Stream.concat(WEB_APPLICATIONS.stream(), pages)
                .sorted(Comparator.comparing(Entry::place))
                .toList();
    }

    List<Place> of(HttpServletRequest request) {
        Set<String> open =
                staff.mayOpen(entries.stream().map(Entry::application).toList());
        return entries.stream()
                .filter(entry -> open.contains(entry.application()))
                .map(entry -> new Place(
                        entry.title(),
                        entry.path(),
                        request.getServletPath().equals(entry.path())
                                || request.getServletPath().startsWith(entry.path() + "/")))
                .toList();
    }
}
