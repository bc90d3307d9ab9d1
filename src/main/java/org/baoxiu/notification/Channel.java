package org.baoxiu.notification;

/** One way to reach people. It exists while it is configured. */
interface Channel {

  ChannelKind kind();

  /** Whether this person has what the channel needs, such as an address. */
  boolean reaches(String login);

  /** Whether a message has arrived as soon as it is written down, without anybody delivering it. */
  boolean immediate();

  /**
   * Hands a message over, outside of any transaction and without a database connection.
   *
   * @throws RuntimeException if it could not be handed over; its message becomes the reason that is kept
   */
  void deliver(Message message);
}
