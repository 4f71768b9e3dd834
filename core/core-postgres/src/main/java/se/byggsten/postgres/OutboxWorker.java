package se.byggsten.postgres;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import se.byggsten.core.cases.CaseId;
import se.byggsten.core.outbox.OutboxHandler;
import se.byggsten.postgres.internal.Database;
import se.byggsten.postgres.internal.OutboxEngine;
import se.byggsten.postgres.internal.OutboxTable;

/**
 * Does what the outbox asks for, on as many nodes as there are.
 *
 * <p>The messages of a case are handled one at a time in their order, by one node at a time; cases
 * are handled side by side. A message that fails is tried again after a growing pause, and the
 * later messages of its case wait; other cases go on. A node that dies is noticed by its missing
 * heartbeats ({@link Builder#heartbeat}: four missed), and another node, or the same when it has
 * started again, takes over. Handlers are called at least once and make their effect idempotent by
 * {@link se.byggsten.core.outbox.OutboxMessage#idempotencyKey}.
 *
 * <p>Also runs timed jobs, each on one node at a time.
 */
public final class OutboxWorker implements AutoCloseable {
  private final Database database;
  private final Clock clock;
  private final OutboxEngine engine;

  private OutboxWorker(Builder builder) {
    this.database = Database.on(builder.dataSource);
    this.clock = builder.clock;
    this.engine =
        new OutboxEngine(
            builder.dataSource,
            builder.clock,
            new OutboxEngine.Settings(
                builder.threads,
                builder.pollInterval,
                builder.heartbeat,
                builder.stopWithin,
                builder.backoff),
            Map.copyOf(builder.handlers),
            new LinkedHashMap<>(builder.jobs));
  }

  /**
   * Begins a worker.
   *
   * @param dataSource a migrated database; the worker uses up to {@code threads + 3} connections
   * @param clock says what is due
   * @return a builder
   */
  public static Builder on(DataSource dataSource, Clock clock) {
    return new Builder(dataSource, clock);
  }

  /** Starts the worker and returns at once. */
  public void start() {
    engine.start();
  }

  /**
   * Stops the worker.
   *
   * <p>What is being handled gets the time of {@link Builder#stopWithin} to end and is then
   * interrupted; it stays in the outbox.
   */
  public void stop() {
    engine.stop();
  }

  /** Stops the worker. */
  @Override
  public void close() {
    stop();
  }

  /** Looks for due messages now instead of at the next poll. */
  public void wake() {
    engine.wake();
  }

  /**
   * Makes a case due now instead of after its pause, for a fault that has been mended.
   *
   * @param caseId the case
   * @return false when the case has nothing waiting, or is being worked on
   */
  public boolean retryNow(CaseId caseId) {
    boolean due = database.with(handle -> OutboxTable.retryNow(handle, caseId, clock.instant()));
    engine.wake();
    return due;
  }

  /**
   * Reads how the outbox is.
   *
   * @return the status
   */
  public OutboxStatus status() {
    return database.with(handle -> OutboxTable.status(handle, clock.instant()));
  }

  /** Builds an {@link OutboxWorker}. */
  public static final class Builder {
    private final DataSource dataSource;
    private final Clock clock;
    private final Map<String, OutboxHandler> handlers = new LinkedHashMap<>();
    private final Map<String, OutboxEngine.Job> jobs = new LinkedHashMap<>();
    private int threads = 2;
    private Duration pollInterval = Duration.ofMillis(500);
    private Duration heartbeat = Duration.ofSeconds(1);
    private Duration stopWithin = Duration.ofSeconds(5);
    private Backoff backoff = Backoff.STANDARD;

    private Builder(DataSource dataSource, Clock clock) {
      this.dataSource = dataSource;
      this.clock = clock;
    }

    /**
     * Adds the handler of a topic.
     *
     * @param handler the handler
     * @return this
     * @throws IllegalArgumentException when the topic has one
     */
    public Builder handler(OutboxHandler handler) {
      if (handlers.putIfAbsent(handler.topic(), handler) != null) {
        throw new IllegalArgumentException("Two handlers for the topic " + handler.topic());
      }
      return this;
    }

    /**
     * Adds a job that is run again and again, by one node at a time.
     *
     * @param name the job's name, the same on all nodes; not personal data
     * @param pause the time from the end of one run to the start of the next
     * @param job the job
     * @return this
     * @throws IllegalArgumentException when the name is taken
     */
    public Builder every(String name, Duration pause, Runnable job) {
      if (jobs.putIfAbsent(name, new OutboxEngine.Job(pause, job)) != null) {
        throw new IllegalArgumentException("Two jobs named " + name);
      }
      return this;
    }

    /**
     * Sets how many cases this node handles side by side; 2 when not set.
     *
     * @param count at least 1
     * @return this
     */
    public Builder threads(int count) {
      this.threads = count;
      return this;
    }

    /**
     * Sets how often this node looks for what is due; 500 ms when not set.
     *
     * @param interval the interval
     * @return this
     */
    public Builder pollInterval(Duration interval) {
      this.pollInterval = interval;
      return this;
    }

    /**
     * Sets how often a node shows that it lives; 1 s when not set.
     *
     * <p>After four missed heartbeats its work is taken over, so the pauses of a healthy node (for
     * garbage collection, say) must be shorter than that.
     *
     * @param interval the interval
     * @return this
     */
    public Builder heartbeat(Duration interval) {
      this.heartbeat = interval;
      return this;
    }

    /**
     * Sets how long {@link OutboxWorker#stop} waits for what is being handled; 5 s when not set.
     *
     * @param limit the limit
     * @return this
     */
    public Builder stopWithin(Duration limit) {
      this.stopWithin = limit;
      return this;
    }

    /**
     * Sets the pauses after failures; {@link Backoff#STANDARD} when not set.
     *
     * @param pauses the pauses
     * @return this
     */
    public Builder backoff(Backoff pauses) {
      this.backoff = pauses;
      return this;
    }

    /**
     * Builds the worker, not started.
     *
     * @return the worker
     */
    public OutboxWorker build() {
      return new OutboxWorker(this);
    }
  }
}
