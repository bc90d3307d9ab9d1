package org.baoxiu.dispatch;

import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

interface ContractorOrderRepository extends ListCrudRepository<ContractorOrder, Long> {

    Optional<ContractorOrder> findFirstBySlipNumberOrderByIdDesc(String slipNumber);
}
