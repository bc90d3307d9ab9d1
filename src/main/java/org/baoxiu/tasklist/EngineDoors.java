package org.baoxiu.tasklist;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baoxiu.people.GroupsAtStart;
import org.baoxiu.shared.Groups;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.uri.UriTemplate;

/**
 * What anybody but an administrator may send to the engine that is more than to look: closed but for this list. The engine's
 * own rights come too late, a job that may not be run counts the attempt and moves its timer, and some doors have none, such
 * as the job that cleans up the history or {@code resolve}, which takes variables past the form. For what is on the list the
 * engine's rights decide as ever.
 */
public final class EngineDoors implements ContainerRequestFilter {

    static final String ADMINISTRATORS_ONLY = "这一操作只有系统管理员可以进行。如确需办理，请联系系统管理员。";

    private static final Set<String> LOOKING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** Questions that are too long for an address. The answer holds what the person may see. */
    private static final List<String> QUESTIONS = List.of(
            "/task",
            "/task/count",
            "/filter/{}/list",
            "/filter/{}/count",
            "/filter/{}/singleResult",
            "/process-instance",
            "/process-instance/count",
            "/execution",
            "/execution/count",
            "/variable-instance",
            "/variable-instance/count",
            "/job",
            "/job/count",
            "/job-definition",
            "/job-definition/count",
            "/external-task",
            "/external-task/count",
            "/group",
            "/group/count",
            "/history/process-instance",
            "/history/process-instance/count",
            "/history/activity-instance",
            "/history/activity-instance/count",
            "/history/task",
            "/history/task/count",
            "/history/variable-instance",
            "/history/variable-instance/count",
            "/history/detail",
            "/history/job-log",
            "/history/job-log/count",
            "/history/external-task-log",
            "/history/external-task-log/count",
            "/identity/password-policy",
            // Cockpit's own
            "/plugin/base/{}/process-definition/{}/called-process-definitions",
            "/plugin/base/{}/process-instance",
            "/plugin/base/{}/process-instance/count",
            "/plugin/base/{}/process-instance/{}/called-process-instances",
            "/plugin/base/{}/incident",
            "/plugin/base/{}/incident/count");

    private static final List<String> WORK = List.of(
            "/process-definition/{}/submit-form",
            "/process-definition/key/{}/submit-form",
            "/task/{}/claim",
            "/task/{}/unclaim",
            "/task/{}/submit-form",
            "/task/{}/complete");

    /** Of process owners: the gate judges what they send. */
    private static final Set<String> MODELS = Set.of("POST /deployment/create", "POST /deployment/{}/redeploy");

    private static final List<String> LOGIN = List.of("/auth/user/{}/login/{}", "/auth/user/{}/logout");

    /** Of oneself: the engine gives nobody but the administrators a right to others. */
    private static final List<String> PROFILE = List.of("PUT /user/{}/profile", "PUT /user/{}/credentials");

    private static final Set<String> OPEN = Stream.concat(
                    Stream.of(QUESTIONS, WORK, LOGIN).flatMap(List::stream).map(path -> "POST " + path),
                    PROFILE.stream())
            .collect(Collectors.toSet());

    @Override
    public void filter(ContainerRequestContext request) {
        if (!LOOKING.contains(request.getMethod()) && !isOpen(request.getMethod() + " " + path(request))) {
            ExceptionDto refusal = new ExceptionDto();
            refusal.setType("Rejection");
            refusal.setMessage(ADMINISTRATORS_ONLY);
            request.abortWith(Response.status(Response.Status.FORBIDDEN)
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .entity(refusal)
                    .build());
        }
    }

    private static boolean isOpen(String door) {
        return OPEN.contains(door) || isAdministrator() || MODELS.contains(door) && isIn(Groups.PROCESS_OWNER);
    }

    /** As the resource that answers is declared, whatever the address looks like: with {@code {}} for each of its parts that vary. */
    private static String path(ContainerRequestContext request) {
        List<UriTemplate> parts = new ArrayList<>(((ExtendedUriInfo) request.getUriInfo()).getMatchedTemplates());
        Collections.reverse(parts);
        return parts.stream()
                .map(UriTemplate::getTemplate)
                .collect(Collectors.joining("/"))
                .replaceAll("\\{[^}]*}", "{}")
                .replaceAll("/+", "/")
                .replaceFirst("^/engine/\\{}(?=/)", "")
                .replaceFirst("/$", "");
    }

    static boolean isAdministrator() {
        return isIn(GroupsAtStart.ADMINISTRATORS);
    }

    private static boolean isIn(String group) {
        IdentityService identity = ProcessEngines.getDefaultProcessEngine().getIdentityService();
        Authentication person = identity.getCurrentAuthentication();
        return person != null
                && person.getGroupIds() != null
                && person.getGroupIds().contains(group);
    }
}
