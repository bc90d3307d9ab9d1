package org.baoxiu.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Something that may be sent to the engine or its web applications and is more than to look.
 *
 * @param path as it is declared, without the names of its parameters
 */
public record WritingEndpoint(String method, String path, String contentType) {

    private static final Set<String> LOOKING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String JSON = "application/json";

    /** What the engine says of itself. */
    public static Set<WritingEndpoint> ofTheEngine() {
        Set<WritingEndpoint> found = new LinkedHashSet<>();
        description().path("paths").fields().forEachRemaining(path -> path.getValue()
                .fields()
                .forEachRemaining(operation -> {
                    String method = operation.getKey().toUpperCase();
                    if (!LOOKING.contains(method)) {
                        JsonNode bodies =
                                operation.getValue().path("requestBody").path("content");
                        found.add(new WritingEndpoint(
                                method,
                                unnamed(path.getKey()),
                                bodies.isEmpty() ? JSON : bodies.fieldNames().next()));
                    }
                }));
        return found;
    }

    private static JsonNode description() {
        try (InputStream description = WritingEndpoint.class.getResourceAsStream("/openapi.json")) {
            JsonNode read = new ObjectMapper().readTree(description);
            assertThat(read.path("info").path("title").asText()).isEqualTo("Camunda Platform REST API");
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the resources of an application declare, with those that they lead to. The engine has a name or is the only one. */
    public static Set<WritingEndpoint> of(String prefix, Collection<Class<?>> resources) {
        Set<WritingEndpoint> found = new LinkedHashSet<>();
        resources.stream()
                .filter(resource -> resource.isAnnotationPresent(Path.class))
                .forEach(resource -> collect(
                        prefix + "/" + resource.getAnnotation(Path.class).value(), resource, found));
        return found;
    }

    private static void collect(String prefix, Class<?> resource, Set<WritingEndpoint> found) {
        for (Method declared : resource.getMethods()) {
            List<Annotation> annotations = annotations(declared);
            String path = first(annotations, Path.class)
                    .map(own -> prefix + "/" + own.value())
                    .orElse(prefix);
            List<String> methods = annotations.stream()
                    .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                    .filter(method -> method != null)
                    .map(HttpMethod::value)
                    .toList();
            if (methods.isEmpty() && first(annotations, Path.class).isPresent()) {
                collect(path, declared.getReturnType(), found);
            }
            methods.stream()
                    .filter(method -> !LOOKING.contains(method))
                    .forEach(method -> found.add(new WritingEndpoint(
                            method,
                            unnamed(path),
                            first(annotations, Consumes.class)
                                    .map(bodies -> bodies.value()[0])
                                    .orElse(JSON))));
        }
    }

    /** Of the method where it is declared, as the standard has them inherited. */
    private static List<Annotation> annotations(Method method) {
        List<Annotation> all = new ArrayList<>(Arrays.asList(method.getAnnotations()));
        Class<?> type = method.getDeclaringClass();
        Stream.concat(Stream.of(type.getInterfaces()), Stream.ofNullable(type.getSuperclass()))
                .forEach(parent -> {
                    try {
                        all.addAll(annotations(parent.getMethod(method.getName(), method.getParameterTypes())));
                    } catch (NoSuchMethodException e) {
                        // not inherited from there
                    }
                });
        return all;
    }

    private static <A> Optional<A> first(List<Annotation> annotations, Class<A> type) {
        return annotations.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    private static String unnamed(String path) {
        return path.replaceAll("\\{[^}]*}", "{}")
                .replaceAll("/+", "/")
                .replaceFirst("^/engine/\\{}(?=/)", "")
                .replaceFirst("(?<=.)/$", "");
    }

    /**
     * With a body that nobody could read, and of what does not exist: whatever is let through fails without a trace. Only keys of
     * models exist, since the engine looks for the model before it looks at what is asked, and the list of tasks, since it
     * tells nobody which lists there are.
     */
    public HttpOffice.Answer sentBy(HttpOffice person, String filter) {
        String address = path.replace("/filter/{}/", "/filter/" + filter + "/")
                .replace("/process-definition/key/{}", "/process-definition/key/repairRequest")
                .replace("/decision-definition/key/{}", "/decision-definition/key/escalation")
                .replace("{}", "none");
        return person.send(method, address, method.equals("DELETE") ? null : "{", "*/*", contentType);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
