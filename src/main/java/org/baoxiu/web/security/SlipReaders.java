package org.baoxiu.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.people.OfficeRights;
import org.baoxiu.slip.Slips;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * A slip names people, their telephones and flats: whatever lies below {@code /slips/{number}} is for those whose role needs
 * every slip, who are in the application {@value #ALL_SLIPS}, and for whoever works or worked on this one.
 */
@Component
public class SlipReaders implements HandlerInterceptor, WebMvcConfigurer {

    public static final String ALL_SLIPS = OfficeRights.ALL_SLIPS;
    static final String NOT_YOURS = "这张维修单不由您办理，您不能查看或打印。如确需查看，请联系主管。";

    private final Dispatch dispatch;
    private final Slips slips;
    private final TaskService tasks;
    private final Staff staff;

    SlipReaders(Dispatch dispatch, Slips slips, TaskService tasks, Staff staff) {
        this.dispatch = dispatch;
        this.slips = slips;
        this.tasks = tasks;
        this.staff = staff;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/slips/*/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Map<?, ?> parts = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        if (parts == null || !parts.containsKey("number")) {
            return true;
        }
        if (staff.mayOpen(ALL_SLIPS) || hasToDoWith(request.getRemoteUser(), (String) parts.get("number"))) {
            return true;
        }
        Refusals.say(response, HttpServletResponse.SC_FORBIDDEN, NOT_YOURS);
        return false;
    }

    /** Whether whoever sent the present request may call the owner: once a slip has ended, only those who need every slip. */
    public boolean seeTelephones(String number) {
        return staff.mayOpen(ALL_SLIPS) || !slips.get(number).state().ended();
    }

    /** Whether the person works, worked or may work on this one. */
    public boolean hasToDoWith(String person, String number) {
        return dispatch.hasWorkedOn(number, person)
                || slips.history(number).stream().anyMatch(entry -> person.equals(entry.person()))
                || hasOpenTask(person, number);
    }

    /** In hand or offered to a group of theirs, whose form tells as much. */
    private boolean hasOpenTask(String person, String number) {
        List<String> groups = staff.groupsOf(person);
        return tasks.createTaskQuery()
                                .processInstanceBusinessKey(number)
                                .taskAssignee(person)
                                .count()
                        > 0
                || !groups.isEmpty()
                        && tasks.createTaskQuery()
                                        .processInstanceBusinessKey(number)
                                        .taskCandidateGroupIn(groups)
                                        .count()
                                > 0;
    }
}
