package org.baoxiu.slip;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface SlipRepository extends ListCrudRepository<Slip, String> {

  @Query("""
      select * from slip
       where office = :office and place = :place and number <> :except and state not in ('CLOSED', 'CANCELLED')
       order by opened_at desc
       fetch first 10 rows only""")
  List<Slip> findOpenAt(String office, String place, String except);

  int countByTechnicianAndStateIn(String technician, Collection<SlipState> states);
}
