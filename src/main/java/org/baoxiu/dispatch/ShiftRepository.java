package org.baoxiu.dispatch;

import java.time.Instant;
import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface ShiftRepository extends ListCrudRepository<Shift, Long> {

    List<Shift> findByOfficeAndTeamAndEndsAtAfter(String office, String team, Instant moment);

    List<Shift> findByTeamAndEndsAtAfter(String team, Instant moment);

    List<Shift> findByEndsAtAfterOrderByStartsAt(Instant moment);

    List<Shift> findByOfficeAndTeamAndStartsAtGreaterThanEqualAndStartsAtLessThan(
            String office, String team, Instant from, Instant until);
}
