package org.baoxiu.slip;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface ReservedNumberRepository extends ListCrudRepository<ReservedNumber, String> {

    List<ReservedNumber> findByUsedAtIsNullOrderByNumber();
}
