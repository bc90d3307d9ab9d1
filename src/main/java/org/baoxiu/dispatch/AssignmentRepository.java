package org.baoxiu.dispatch;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface AssignmentRepository extends ListCrudRepository<Assignment, Long> {

  List<Assignment> findBySlipNumberAndHelperTrue(String slipNumber);

  boolean existsBySlipNumberAndTechnician(String slipNumber, String technician);
}
