package org.baoxiu.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Delivery, reader and caller change different columns of the same message at any time, so each writes its own only. */
interface MessageRepository extends Repository<Message, Long> {

    Message save(Message message);

    Optional<Message> findById(long id);

    boolean existsByEventKeyAndRecipient(String eventKey, String recipient);

    List<Message> findBySlipNumberOrderById(String slipNumber);

    List<Message> findBySlipNumberAndEvent(String slipNumber, Event event);

    List<Message> findByEventKeyAndToldAs(String eventKey, String toldAs);

    boolean existsByRecipientAndSlipNumber(String recipient, String slipNumber);

    List<Message> findTop100ByRecipientOrderByIdDesc(String recipient);

    @Modifying
    @Query("update message set read_at = :now where recipient = :recipient and id <= :last and read_at is null")
    int markRead(String recipient, long last, Instant now);

    @Modifying
    @Query(
            """
      update message set state = :state, attempts = :attempts, last_error = :lastError, delivered_at = :deliveredAt
       where id = :id and state = 'WAITING'""")
    int record(long id, MessageState state, int attempts, @Nullable String lastError, @Nullable Instant deliveredAt);

    /** Nobody is called about what was only worth a call for a while. */
    @Query(
            """
      select * from message
       where state in ('FAILED', 'EXPIRED') or state = 'TO_CALL' and expires_at > :now
       order by id desc limit :limit""")
    List<Message> findUndelivered(Instant now, int limit);

    @Modifying
    @Query(
            "update message set state = 'TOLD', told_by = :by, told_at = :now where id = :id and state in ('FAILED', 'EXPIRED', 'TO_CALL')")
    int markTold(long id, String by, Instant now);

    @Modifying
    @Query(
            """
      update message set state = 'WAITING', attempts = 0, last_error = null, expires_at = :expiresAt
       where id = :id and state in ('FAILED', 'EXPIRED')""")
    int sendAgain(long id, Instant expiresAt);

    @Modifying
    @Query("delete from message where created_at < :time and state <> 'WAITING'")
    int deleteOlderThan(Instant time);
}
