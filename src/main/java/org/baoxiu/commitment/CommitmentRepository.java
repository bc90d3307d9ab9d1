package org.baoxiu.commitment;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface CommitmentRepository extends ListCrudRepository<Commitment, Long> {

  List<Commitment> findBySlipNumberOrderById(String slipNumber);
}
