package org.baoxiu.slip;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface SlipRepository extends ListCrudRepository<Slip, String> {

    @Query("select exists (select 1 from slip)")
    boolean any();

    @Query("select number from slip where number = :number for update")
    String lock(String number);

    @Query(
            """
      select * from slip
       where office = :office and place_key = :placeKey and number <> :except and closed_at is null
       order by opened_at desc, number desc
       limit :most""")
    List<Slip> findOpenAt(String office, String placeKey, String except, int most);

    @Query(
            """
      select * from slip
       where office = :office and place_key = :placeKey and state = 'CLOSED' and confirmed_at >= :since
       order by confirmed_at desc
       fetch first 20 rows only""")
    List<Slip> findRepairedAt(String office, String placeKey, Instant since);

    @Query(
            """
      select * from slip
       where telephone_e164 = :telephone and state not in ('CLOSED', 'CANCELLED', 'MISTAKEN', 'JOINED')
       order by opened_at desc, number desc
       fetch first 10 rows only""")
    List<Slip> findOpenOfTelephone(String telephone);

    @Query("select * from slip where telephone_e164 = :telephone order by opened_at desc fetch first :most rows only")
    List<Slip> findOfTelephone(String telephone, int most);

    /** By what the slips of somebody at the telephone are recognised, newest first. */
    @Query("select number, reporter_phone as telephone from slip where closed_at is null order by opened_at desc")
    List<Caller.Known> findOpenCallers();

    @Query(
            """
      select * from slip
       where office = :office and place_key = :placeKey and reporter_name = :name and area = 'INSIDE'
         and state = 'CLOSED' and closed_at >= :from and closed_at < :until
       order by closed_at, number""")
    List<Slip> findEndedOf(String office, String placeKey, String name, Instant from, Instant until);

    /** Repairs of the same item at the same place that were accepted then. */
    @Query(
            """
      select * from slip
       where office = :office and place_key = :placeKey and item_code = :item and number <> :except
         and confirmed_at > :after and confirmed_at <= :until
       order by confirmed_at, number""")
    List<Slip> findAcceptedAt(String office, String placeKey, String item, String except, Instant after, Instant until);

    /** The same item at the same place, reported then. */
    @Query(
            """
      select * from slip
       where office = :office and place_key = :placeKey and item_code = :item and number <> :except and state not in ('MISTAKEN', 'JOINED')
         and received_at >= :from and received_at < :until
       order by received_at, number""")
    List<Slip> findReportedAt(String office, String placeKey, String item, String except, Instant from, Instant until);

    @Query(
            """
      select coalesce(sum(case when state = 'FINISHED' then 0 else 1 end), 0) as working,
             coalesce(sum(case when state = 'FINISHED' then 1 else 0 end), 0) as finished
        from slip
       where area = 'PUBLIC' and state not in ('CONFIRMED', 'FOLLOWED_UP', 'CLOSED', 'CANCELLED', 'MISTAKEN', 'JOINED')""")
    PublicWork countPublicWork();

    @Query("select * from slip where split_from = :number order by number")
    List<Slip> findSplitFrom(String number);

    @Query("select * from slip where joined_to = :number order by number")
    List<Slip> findJoinedTo(String number);

    @Query("select distinct technician from slip where technician is not null and state in (:states)")
    List<String> findTechnicians(Collection<SlipState> states);

    List<Slip> findByVisitTechnicianAndStateInOrderByNumber(String technician, Collection<SlipState> states);

    int countByVisitTechnicianAndStateIn(String technician, Collection<SlipState> states);
}
