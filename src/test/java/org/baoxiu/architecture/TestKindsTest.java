package org.baoxiu.architecture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.util.ClassUtils;

/**
 * Which execution of the build runs a test is decided by what the test starts: none is run on one database only, or on both in
 * vain, because somebody forgot a tag.
 */
@DisplayName("每个测试按它需要什么来运行")
class TestKindsTest {

    private static final Set<String> KINDS = Set.of("database", "browser", "nodes", "upgrade");
    private static final Set<String> STARTERS = Set.of(
            "io.zonky.test.db.",
            "org.baoxiu.testing.TestDatabase",
            "org.baoxiu.nodes.Node",
            "org.baoxiu.models.rehearsal.RehearsalProcess");
    private static final Path TESTS = Path.of("target", "test-classes");

    @Test
    @DisplayName("what starts the application, a part of it or a database says so, and nothing else does")
    void everyTestSaysWhatItStarts() {
        Map<String, Set<String>> kinds = kinds();
        assertThat(kinds).hasSizeGreaterThan(100);
        assertThat(kinds).allSatisfy((test, its) -> {
            its.removeIf(kind -> kind.equals("database") && its.contains("upgrade"));
            assertThat(its).hasSize(startsSomething(test) ? 1 : 0);
        });
    }

    private static boolean startsSomething(String test) {
        String code = code(test);
        return TestContextAnnotationUtils.hasAnnotation(ClassUtils.resolveClassName(test, null), BootstrapWith.class)
                || STARTERS.stream().map(name -> name.replace('.', '/')).anyMatch(code::contains);
    }

    /** Every class that a class uses is named in its code. */
    private static String code(String test) {
        try {
            return Files.readString(TESTS.resolve(test.replace('.', '/') + ".class"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the classes that hold a test, whatever engine runs it. */
    private static Map<String, Set<String>> kinds() {
        TestPlan plan = LauncherFactory.create()
                .discover(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClasspathRoots(Set.of(TESTS)))
                        .build());
        return plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .filter(test -> test.getSource().orElse(null) instanceof MethodSource)
                .collect(groupingBy(
                        test -> ((MethodSource) test.getSource().get()).getClassName(),
                        TreeMap::new,
                        Collectors.flatMapping(TestKindsTest::kinds, toCollection(TreeSet::new))));
    }

    private static Stream<String> kinds(TestIdentifier test) {
        return test.getTags().stream().map(TestTag::getName).filter(KINDS::contains);
    }
}
