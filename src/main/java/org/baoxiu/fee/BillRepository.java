package org.baoxiu.fee;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

interface BillRepository extends ListCrudRepository<Bill, Long> {

    Optional<Bill> findFirstBySlipNumberOrderByIdDesc(String slipNumber);

    List<Bill> findBySlipNumberOrderById(String slipNumber);

    List<Bill> findBySlipNumberOrderByIdDesc(String slipNumber);
}
