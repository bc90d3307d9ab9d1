package org.baoxiu.fee;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Entries can be added and read, nothing else. */
interface FeeEntryRepository extends Repository<FeeEntry, Long> {

    FeeEntry save(FeeEntry entry);

    List<FeeEntry> findBySlipNumberOrderById(String slipNumber);

    @Query(
            """
      select e.* from fee_entry e join slip s on s.number = e.slip_number
       where s.office = :office and s.place_key = :placeKey
       order by e.id""")
    List<FeeEntry> findOfPlace(String office, String placeKey);
}
