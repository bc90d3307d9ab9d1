package org.baoxiu.slip;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface HistoryRepository extends ListCrudRepository<HistoryEntry, Long> {

  List<HistoryEntry> findBySlipNumberOrderById(String slipNumber);
}
