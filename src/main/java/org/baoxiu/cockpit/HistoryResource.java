package org.baoxiu.cockpit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import org.baoxiu.people.Persons;
import org.baoxiu.shared.Rejection;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * What the views in Cockpit ask. Cockpit makes it without Spring, and lets in whoever may open Cockpit; who may see what is asked again for
 * each answer ({@link Readers}). A refusal is a sentence that the view shows.
 */
@Path("plugin/" + HistoryPlugin.ID)
@Produces(MediaType.APPLICATION_JSON)
public class HistoryResource extends AbstractCockpitPluginRootResource {

    /** The engine is part of every address of Cockpit; there is one only. */
    static final String ENGINE = "default";

    @Context
    private @Nullable HttpServletRequest request;

    public HistoryResource() {
        super(HistoryPlugin.ID);
    }

    /** Who is looking. */
    @GET
    @Path(ENGINE + "/reader")
    public Response reader() {
        return answer(reader -> Map.of("administrator", reader.administrator()));
    }

    @GET
    @Path(ENGINE + "/finished")
    public Response finished(
            @QueryParam("number") @Nullable String number,
            @QueryParam("place") @Nullable String place,
            @QueryParam("person") @Nullable String person,
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until,
            @QueryParam("all") boolean all,
            @QueryParam("page") @DefaultValue("1") int page) {
        return answer(reader -> {
            String login = person == null || person.isBlank()
                    ? ""
                    : bean(Persons.class).formerOrPresent(person.strip());
            return bean(FinishedCases.class)
                    .find(
                            FinishedFilter.typed(number, place, login, from, until, all, page, bean(Clock.class)),
                            reader);
        });
    }

    /** How near the elements came to their limits in the last 30 days, to be coloured in a diagram. */
    @GET
    @Path(ENGINE + "/heat")
    public Response heat() {
        return answer(reader -> bean(HeatOfDiagram.class).now());
    }

    @GET
    @Path(ENGINE + "/operations")
    public Response operations(@QueryParam("page") @DefaultValue("1") int page) {
        return answer(reader -> bean(CaseRecord.class).operations(page, reader));
    }

    @GET
    @Path(ENGINE + "/instance/{id}")
    public Response heading(@PathParam("id") String id) {
        return ofCase(id, Cases::heading);
    }

    @GET
    @Path(ENGINE + "/instance/{id}/steps")
    public Response steps(@PathParam("id") String id) {
        return ofCase(id, Cases::steps);
    }

    @GET
    @Path(ENGINE + "/instance/{id}/promises")
    public Response promises(@PathParam("id") String id) {
        return ofCase(id, Cases::promises);
    }

    @GET
    @Path(ENGINE + "/instance/{id}/variables")
    public Response variables(@PathParam("id") String id) {
        return ofCase(id, Cases::variables);
    }

    @GET
    @Path(ENGINE + "/instance/{id}/operations")
    public Response operations(@PathParam("id") String id) {
        return ofCase(id, Cases::operations);
    }

    @GET
    @Path(ENGINE + "/instance/{id}/decisions")
    public Response decisions(@PathParam("id") String id) {
        return ofCase(id, Cases::decisions);
    }

    /** What one of the tables of a case says. */
    private interface Question {
        Object ask(Cases cases, String id, Reader reader);
    }

    private Response ofCase(String id, Question question) {
        return answer(reader -> question.ask(bean(Cases.class), id, reader));
    }

    private Response answer(Function<Reader, Object> question) {
        Readers readers = bean(Readers.class);
        try {
            return Response.ok(readers.asked(
                            () -> question.apply(readers.reader(request == null ? null : request.getRemoteUser()))))
                    .header("Cache-Control", "no-store")
                    .build();
        } catch (Rejection refused) {
            return Response.status(
                            refused.kind() == Rejection.Kind.FORBIDDEN
                                    ? Response.Status.FORBIDDEN
                                    : Response.Status.BAD_REQUEST)
                    .entity(Map.of("message", refused.getMessage()))
                    .type(MediaType.APPLICATION_JSON)
                    .build();
        }
    }

    private <T> T bean(Class<T> type) {
        ApplicationContext application = WebApplicationContextUtils.getRequiredWebApplicationContext(servletContext);
        return application.getBean(type);
    }
}
