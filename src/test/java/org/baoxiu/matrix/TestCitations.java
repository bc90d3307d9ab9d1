package org.baoxiu.matrix;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The clauses that tests are tagged with, whatever engine runs them. The tests are looked up, not run. */
final class TestCitations {

    /**
     * A test that is tagged with a clause, by itself or through its class.
     *
     * @param test class and method
     */
    record Citation(String clause, String test) {}

    private TestCitations() {}

    static List<Citation> all() {
        return tagged(tag -> tag.matches("(\\d|[SQ]\\d).*"));
    }

    /** The tests with tags of one kind; {@link Citation#clause} is the whole tag. */
    static List<Citation> tagged(Predicate<String> kind) {
        TestPlan plan = LauncherFactory.create()
                .discover(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClasspathRoots(Set.of(Path.of("target", "test-classes"))))
                        .build());
        return plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .flatMap(test -> citations(test, kind))
                .distinct()
                .toList();
    }

    private static Stream<Citation> citations(TestIdentifier test, Predicate<String> kind) {
        TestSource source = test.getSource().orElse(null);
        if (!(source instanceof MethodSource method)) {
            return Stream.empty();
        }
        String name = method.getClassName().replaceAll(".*\\.", "").replace('$', '.') + "." + method.getMethodName();
        return test.getTags().stream().map(TestTag::getName).filter(kind).map(tag -> new Citation(tag, name));
    }
}
