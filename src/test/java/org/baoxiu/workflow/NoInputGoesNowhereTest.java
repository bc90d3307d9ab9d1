package org.baoxiu.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baoxiu.workflow.collection.FeeCollectionProcess;
import org.baoxiu.workflow.contact.OwnerContactProcess;
import org.baoxiu.workflow.contractor.ContractorRecordProcess;
import org.baoxiu.workflow.handover.AbsenceProcess;
import org.baoxiu.workflow.handover.DutyRosterProcess;
import org.baoxiu.workflow.handover.HandOverProcess;
import org.baoxiu.workflow.month.MonthEndProcess;
import org.baoxiu.workflow.repair.ContractorOrderProcess;
import org.baoxiu.workflow.repair.RepairAccidentProcess;
import org.baoxiu.workflow.repair.RepairRequestProcess.Fields;
import org.baoxiu.workflow.technician.TechnicianRecordProcess;
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
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/baoxiu/workflow"))) {
      steps = files.filter(file -> file.toString().endsWith(".java") && !file.toString().endsWith("Process.java"))
          .map(NoInputGoesNowhereTest::read).collect(Collectors.joining());
    }
    Set<String> nowhere = Stream.of(Fields.class, RepairAccidentProcess.class, FeeCollectionProcess.class, OwnerContactProcess.class,
            HandOverProcess.class, ContractorRecordProcess.class, ContractorOrderProcess.class, AbsenceProcess.class, DutyRosterProcess.class, TechnicianRecordProcess.class, MonthEndProcess.class)
        .flatMap(holder -> Stream.of(holder.getDeclaredFields())).filter(field -> Field.class.isAssignableFrom(field.getType()))
        .map(java.lang.reflect.Field::getName).filter(name -> !steps.matches("(?s).*\\b" + name + "\\b.*"))
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
