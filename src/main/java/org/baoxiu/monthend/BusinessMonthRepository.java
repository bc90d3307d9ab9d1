package org.baoxiu.monthend;

import java.util.List;
import java.util.Optional;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.ListCrudRepository;

interface BusinessMonthRepository extends ListCrudRepository<BusinessMonth, String> {

    /** Locks the month until the transaction ends; whoever asks for the lock meanwhile waits. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<BusinessMonth> findByPeriod(String period);

    Optional<BusinessMonth> findFirstByOrderByPeriodDesc();

    List<BusinessMonth> findAllByOrderByPeriodDesc();
}
