package org.baoxiu.monthend;

import java.util.List;
import org.springframework.data.repository.Repository;

interface CauseMeasureRepository extends Repository<CauseMeasure, Long> {

    CauseMeasure save(CauseMeasure measure);

    /** The earliest first. */
    List<CauseMeasure> findByPeriodOrderById(String period);
}
