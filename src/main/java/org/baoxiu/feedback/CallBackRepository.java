package org.baoxiu.feedback;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

interface CallBackRepository extends ListCrudRepository<CallBack, Long> {

    List<CallBack> findBySlipNumberOrderById(String slipNumber);

    Optional<CallBack> findFirstBySlipNumberOrderByIdDesc(String slipNumber);

    int countBySlipNumberAndRound(String slipNumber, int round);
}
