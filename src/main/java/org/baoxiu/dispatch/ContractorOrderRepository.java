package org.baoxiu.dispatch;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

interface ContractorOrderRepository extends ListCrudRepository<ContractorOrder, Long> {

    List<ContractorOrder> findBySlipNumberOrderById(String slipNumber);

    Optional<ContractorOrder> findFirstBySlipNumberOrderByIdDesc(String slipNumber);
}
