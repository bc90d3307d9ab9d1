package org.baoxiu.dispatch;

import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

interface ContractorRepository extends ListCrudRepository<Contractor, Long> {

    Optional<Contractor> findByNameAndTrade(String name, Qualification trade);
}
