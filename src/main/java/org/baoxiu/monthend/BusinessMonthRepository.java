package org.baoxiu.monthend;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

interface BusinessMonthRepository extends ListCrudRepository<BusinessMonth, String> {

  Optional<BusinessMonth> findFirstByOrderByPeriodDesc();

  List<BusinessMonth> findAllByOrderByPeriodDesc();
}
