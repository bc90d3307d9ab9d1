package org.baoxiu.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.baoxiu.process.form.Field;
import org.baoxiu.process.form.Submission;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No field of a form is submitted for nobody. */
@DisplayName("填写的内容都有步骤读取")
class NoInputGoesNowhereTest {

    @Test
    @Tag("found:A4")
    void everyFieldIsTakenUpByAStep() {
        List<JavaField> fields = Contract.CLASSES.stream()
                .flatMap(holder -> holder.getFields().stream())
                .filter(NoInputGoesNowhereTest::isInput)
                .toList();
        Set<JavaClass> declaring =
                fields.stream().map(field -> outermost(field.getOwner())).collect(Collectors.toSet());
        assertThat(fields)
                .hasSizeGreaterThan(100)
                .filteredOn(field -> field.getAccessesToSelf().stream()
                        .allMatch(access ->
                                declaring.contains(outermost(access.getOriginOwner())) && !reads(access.getOrigin())))
                .extracting(JavaField::getFullName)
                .as("fields that no step reads")
                .isEmpty();
    }

    /** A constant for a field, or for a row of fields of one kind. */
    private static boolean isInput(JavaField field) {
        return field.getModifiers().contains(JavaModifier.STATIC)
                && field.getType().getAllInvolvedRawTypes().stream().anyMatch(type -> type.isEquivalentTo(Field.class));
    }

    /** Beside the fields may stand what a submission of them means. */
    private static boolean reads(JavaCodeUnit method) {
        return method.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Submission.class));
    }

    private static JavaClass outermost(JavaClass nested) {
        return nested.getEnclosingClass().map(NoInputGoesNowhereTest::outermost).orElse(nested);
    }
}
