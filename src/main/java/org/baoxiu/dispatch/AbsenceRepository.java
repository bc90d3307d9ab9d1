package org.baoxiu.dispatch;

import java.time.Instant;
import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface AbsenceRepository extends ListCrudRepository<Absence, Long> {

    /** Those that are not over at a moment, begun or not. */
    List<Absence> findByEndsAtAfterOrderByStartsAt(Instant moment);
}
