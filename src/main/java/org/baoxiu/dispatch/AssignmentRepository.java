package org.baoxiu.dispatch;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

interface AssignmentRepository extends ListCrudRepository<Assignment, Long> {

    List<Assignment> findBySlipNumberOrderById(String slipNumber);

    List<Assignment> findBySlipNumberAndHelperTrue(String slipNumber);

    Optional<Assignment> findFirstBySlipNumberAndTechnicianOrderByIdDesc(String slipNumber, String technician);

    boolean existsBySlipNumberAndTechnician(String slipNumber, String technician);
}
