package org.baoxiu.tasklist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.baoxiu.people.OfficeMembers;
import org.baoxiu.shared.Offices;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Puts the offices of the register into every start form that asks for one, whichever version of the form it is. Tasklist fills a
 * list from a variable on the form of a task only; before the start of a process there are none.
 */
public final class OfficesOnForms implements ContainerResponseFilter {

    private static final String START_FORM = "/deployed-start-form";
    private static final String COMPONENTS = "components";

    /** Where the offices would come from if there were variables: what a form says, and what is put in its place. */
    private static final List<String> SOURCES = List.of("valuesKey", "valuesExpression", "values", "defaultValue");

    private final ServletContext application;
    private final ObjectMapper json = new ObjectMapper();

    public OfficesOnForms(@Context ServletContext application) {
        this.application = application;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        if (request.getUriInfo().getPath().endsWith(START_FORM)
                && response.getEntity() instanceof InputStream deployed) {
            byte[] form = deployed.readAllBytes();
            response.setEntity(filled(form));
        }
    }

    private byte[] filled(byte[] form) throws IOException {
        try {
            JsonNode schema = json.readTree(form);
            offer(schema, offices());
            return json.writeValueAsBytes(schema);
        } catch (JsonProcessingException e) {
            // a form of another kind
            return form;
        }
    }

    /** Of whoever looks at the form. */
    private List<String> offices() {
        WebApplicationContext context = WebApplicationContextUtils.getRequiredWebApplicationContext(application);
        return context.getBean(OfficeMembers.class)
                .scopeOfPresent()
                .among(context.getBean(Offices.class).names());
    }

    static void offer(JsonNode component, List<String> offices) {
        if (component instanceof ObjectNode field
                && field.path("key").asText().equals(Filters.OFFICE)
                && field.path("type").asText().equals("select")) {
            field.remove(SOURCES);
            if (offices.isEmpty()) {
                typedIn(field);
            } else {
                field.put("defaultValue", offices.get(0));
                ArrayNode values = field.putArray("values");
                offices.forEach(
                        office -> values.addObject().put("label", office).put("value", office));
            }
        }
        component.path(COMPONENTS).forEach(child -> offer(child, offices));
    }

    /** Nobody is kept from reporting by an empty register. */
    private static void typedIn(ObjectNode field) {
        field.put("type", "textfield");
        field.put("description", "还没有登记管理处：请写全称。系统管理员登记以后，这里从列表中选择。");
        field.withObject("validate").put("maxLength", 40);
    }
}
