package org.baoxiu.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Delivery and reader change different columns of the same message at any time, so each writes its own only. */
interface MessageRepository extends Repository<Message, Long> {

  Message save(Message message);

  Optional<Message> findById(long id);

  boolean existsByEventKeyAndRecipient(String eventKey, String recipient);

  List<Message> findTop100ByRecipientOrderByIdDesc(String recipient);

  @Modifying
  @Query("update message set read_at = :now where recipient = :recipient and id <= :last and read_at is null")
  int markRead(String recipient, long last, Instant now);

  @Modifying
  @Query("""
      update message set state = :state, attempts = :attempts, last_error = :lastError, delivered_at = :deliveredAt
       where id = :id and state = 'WAITING'""")
  int record(long id, MessageState state, int attempts, String lastError, Instant deliveredAt);
}
