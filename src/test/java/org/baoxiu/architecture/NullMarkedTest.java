package org.baoxiu.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** NullAway checks what is marked and is silent about the rest. */
@DisplayName("空值声明")
class NullMarkedTest {

    @Test
    @Tag("found:A2")
    void everyPackageSaysWhatMayBeMissing() {
        assertThat(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.baoxiu")
                        .getPackage("org.baoxiu")
                        .getSubpackagesInTree())
                .filteredOn(room -> !room.getClasses().isEmpty() && !room.isAnnotatedWith(NullMarked.class))
                .extracting(JavaPackage::getName)
                .isEmpty();
    }
}
