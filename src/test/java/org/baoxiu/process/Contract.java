package org.baoxiu.process;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.baoxiu.process.form.Form;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/**
 * What the application says about a process: a class with its key, and the forms that are declared in that class or in a room
 * below it. All of it is found in the classes, so that nothing new can be forgotten here.
 */
record Contract(Class<?> holder, List<Form> forms) {

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.baoxiu.process");

    private static final List<Contract> ALL = find();

    static List<Contract> all() {
        return ALL;
    }

    private static List<Contract> find() {
        List<Class<?>> classes =
                CLASSES.stream().<Class<?>>map(JavaClass::reflect).toList();
        List<Class<?>> holders =
                classes.stream().filter(found -> key(found).isPresent()).toList();
        return holders.stream()
                .map(holder -> new Contract(
                        holder,
                        classes.stream()
                                .filter(declaring -> of(declaring, holders)
                                        .filter(holder::equals)
                                        .isPresent())
                                .flatMap(declaring -> values(declaring, Form.class))
                                .toList()))
                .toList();
    }

    /** The contract that a class is in, or the one of the nearest room that has a single one. */
    private static Optional<Class<?>> of(Class<?> declaring, List<Class<?>> holders) {
        Class<?> outermost = declaring;
        while (outermost.getEnclosingClass() != null) {
            outermost = outermost.getEnclosingClass();
        }
        if (holders.contains(outermost)) {
            return Optional.of(outermost);
        }
        for (String room = declaring.getPackageName();
                room.contains(".");
                room = room.substring(0, room.lastIndexOf('.'))) {
            String here = room;
            List<Class<?>> inRoom = holders.stream()
                    .filter(holder -> holder.getPackageName().equals(here))
                    .toList();
            if (!inRoom.isEmpty()) {
                return inRoom.size() == 1 ? Optional.of(inRoom.get(0)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Stream<Field> constants(Class<?> declaring, Class<?> type) {
        return Arrays.stream(declaring.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && type.isAssignableFrom(field.getType()));
    }

    static <T> Stream<T> values(Class<?> declaring, Class<T> type) {
        return constants(declaring, type).map(field -> value(field, type));
    }

    private static <T> T value(Field field, Class<T> type) {
        try {
            field.setAccessible(true);
            return type.cast(field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    String key() {
        return key(holder).orElseThrow();
    }

    private static Optional<String> key(Class<?> holder) {
        return constants(holder, String.class)
                .filter(field -> field.getName().equals("KEY"))
                .map(field -> value(field, String.class))
                .findFirst();
    }

    /** The key as files are called: {@code repairRequest} is in {@code repair-request.bpmn}. */
    String file() {
        return key().replaceAll("(?=[A-Z])", "-").toLowerCase();
    }

    List<String> elements() {
        return nested("Elements");
    }

    List<String> messages() {
        return nested("Messages");
    }

    private List<String> nested(String name) {
        return Arrays.stream(holder.getDeclaredClasses())
                .filter(nested -> nested.getSimpleName().equals(name))
                .flatMap(nested -> values(nested, String.class))
                .toList();
    }

    BpmnModelInstance model() {
        return Bpmn.readModelFromFile(Path.of("processes", file() + ".bpmn").toFile());
    }

    @Override
    public String toString() {
        return file();
    }
}
