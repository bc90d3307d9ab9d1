package org.baoxiu.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baoxiu.process.collection.FeeCollectionProcess;
import org.baoxiu.process.contractor.ContractorOrderProcess;
import org.baoxiu.process.contractor.ContractorRecordProcess;
import org.baoxiu.process.form.Field;
import org.baoxiu.process.handover.AbsenceProcess;
import org.baoxiu.process.handover.DutyRosterProcess;
import org.baoxiu.process.handover.HandOverProcess;
import org.baoxiu.process.month.MonthEndProcess;
import org.baoxiu.process.repair.RepairRequestProcess.Fields;
import org.baoxiu.process.repair.accident.RepairAccidentProcess;
import org.baoxiu.process.repair.owner.OwnerContactProcess;
import org.baoxiu.process.technician.TechnicianRecordProcess;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No field of a form is submitted for nobody. */
@DisplayName("填写的内容都有步骤读取")
class NoInputGoesNowhereTest {

    @Test
    @Tag("found:A4")
    void everyFieldIsTakenUpByAStep() throws IOException {
        String steps;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/baoxiu/process"))) {
            steps = files.filter(file -> file.toString().endsWith(".java")
                            && !file.toString().endsWith("Process.java"))
                    .map(NoInputGoesNowhereTest::read)
                    .collect(Collectors.joining());
        }
        Set<String> nowhere = Stream.of(
                        Fields.class,
                        RepairAccidentProcess.class,
                        FeeCollectionProcess.class,
                        OwnerContactProcess.class,
                        HandOverProcess.class,
                        ContractorRecordProcess.class,
                        ContractorOrderProcess.class,
                        AbsenceProcess.class,
                        DutyRosterProcess.class,
                        TechnicianRecordProcess.class,
                        MonthEndProcess.class)
                .flatMap(holder -> Stream.of(holder.getDeclaredFields()))
                .filter(field -> Field.class.isAssignableFrom(field.getType()))
                .map(java.lang.reflect.Field::getName)
                .filter(name -> !steps.matches("(?s).*\\b" + name + "\\b.*"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(nowhere).as("fields that no step reads").isEmpty();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
