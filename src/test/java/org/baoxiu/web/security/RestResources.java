package org.baoxiu.web.security;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.BeanUtils;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;

/** What the engine's REST interface and its web applications answer to, by the annotations of their resources. */
final class RestResources {

    private static final String APPLICATION = "jakarta.ws.rs.Application";

    private final Set<String> doors = new TreeSet<>();

    private RestResources() {}

    /** Of whatever is registered as a servlet of its own: all resources of an application of JAX-RS, else the address itself. */
    static Set<String> of(ServletContext server) {
        RestResources all = new RestResources();
        for (ServletRegistration servlet : server.getServletRegistrations().values()) {
            String application = servlet.getInitParameter(APPLICATION);
            for (String mapping : servlet.getMappings()) {
                all.doors.add("GET " + mapping);
                if (application != null) {
                    Class<?> kind = ClassUtils.resolveClassName(application, null);
                    all.add(mapping.replace("/*", ""), (Application) BeanUtils.instantiateClass(kind));
                }
            }
        }
        return all.doors;
    }

    /** @param root where the application is, such as {@code /engine-rest} */
    static Set<String> below(String root, Application application) {
        RestResources all = new RestResources();
        all.add(root, application);
        return all.doors;
    }

    private void add(String root, Application application) {
        for (Class<?> resource : application.getClasses()) {
            Path path = AnnotatedElementUtils.findMergedAnnotation(resource, Path.class);
            if (path != null) {
                walk(join(root, path), resource);
            }
        }
    }

    /** A method with a path and no verb leads to another resource. */
    private void walk(String path, Class<?> resource) {
        for (Method method : resource.getMethods()) {
            Path further = AnnotatedElementUtils.findMergedAnnotation(method, Path.class);
            HttpMethod verb = AnnotatedElementUtils.findMergedAnnotation(method, HttpMethod.class);
            String whole = further == null ? path : join(path, further);
            if (verb != null) {
                doors.add(verb.value() + " " + whole);
            } else if (further != null) {
                walk(whole, method.getReturnType());
            }
        }
    }

    private static String join(String path, Path further) {
        return (path + "/" + further.value()).replaceAll("/{2,}", "/").replaceAll("(?<=.)/$", "");
    }
}
