package org.baoxiu.dispatch;

import org.springframework.data.repository.ListCrudRepository;

interface AssignmentRepository extends ListCrudRepository<Assignment, Long> {

  boolean existsBySlipNumberAndTechnician(String slipNumber, String technician);
}
