package org.baoxiu.audit;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.baoxiu.audit.ProcessPicture.Kind;
import org.baoxiu.audit.ProcessPicture.Shape;
import org.jspecify.annotations.Nullable;

/** What the elements are called in the diagram that is active now, so that one task has one name however often the diagram has changed. */
final class NamedElements {

    private final Map<String, Shape> shapes;

    NamedElements(ProcessPicture picture) {
        shapes = picture.shapes().stream()
                .collect(Collectors.toMap(Shape::id, Function.identity(), (one, other) -> one));
    }

    /** @param written as the engine wrote it down when it ran, for what is not in the diagram now; null where that is cleared away */
    String name(String element, @Nullable String written) {
        Shape shape = shapes.get(element);
        if (shape != null && !shape.name().isBlank()) {
            return shape.name();
        }
        return written == null || written.isBlank() ? element : written;
    }

    /** Name of the one of the seven steps of which it is a part. */
    @Nullable
    String step(String element) {
        Shape shape = shapes.get(element);
        return shape == null || shape.step().isEmpty() ? null : name(shape.step(), null);
    }

    /** @param type as the engine names it; null where that is cleared away */
    String kind(String element, @Nullable String type) {
        Shape shape = shapes.get(element);
        boolean step = shape != null && shape.kind() == Kind.STEP;
        return ElementKinds.label(type != null ? type : step ? "subProcess" : "userTask");
    }
}
