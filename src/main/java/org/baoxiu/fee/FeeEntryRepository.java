package org.baoxiu.fee;

import java.util.List;
import org.springframework.data.repository.Repository;

/** Entries can be added and read, nothing else. */
interface FeeEntryRepository extends Repository<FeeEntry, Long> {

    FeeEntry save(FeeEntry entry);

    List<FeeEntry> findBySlipNumberOrderById(String slipNumber);
}
