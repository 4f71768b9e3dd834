package se.byggsten.postgres.internal;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.byggsten.core.ByggstenException;
import se.byggsten.core.cases.CaseId;
import se.byggsten.core.outbox.OutboxHandler;
import se.byggsten.core.outbox.OutboxMessage;
import se.byggsten.postgres.Backoff;

/** Drains the outbox with db-scheduler: one task instance for each case with messages waiting. */
public final class OutboxEngine {
  private static final Logger log = LoggerFactory.getLogger(OutboxEngine.class);
  private static final Duration SWEEP = Duration.ofSeconds(30);
  private static final int MISSED_HEARTBEATS = 4;

  /**
   * How the engine runs.
   *
   * @param threads cases side by side
   * @param pollInterval how often due work is looked for
   * @param heartbeat how often a node shows that it lives
   * @param stopWithin how long a stop waits
   * @param backoff the pauses after failures
   */
  public record Settings(
      int threads,
      Duration pollInterval,
      Duration heartbeat,
      Duration stopWithin,
      Backoff backoff) {}

  /**
   * A timed job.
   *
   * @param pause from the end of one run to the next
   * @param run the job
   */
  public record Job(Duration pause, Runnable run) {}

  private final Database database;
  private final Clock clock;
  private final Settings settings;
  private final Map<String, OutboxHandler> handlers;
  private final Scheduler scheduler;

  /**
   * Creates an engine that is not started.
   *
   * @param dataSource the database
   * @param clock says what is due
   * @param settings how it runs
   * @param handlers by topic
   * @param jobs by name
   */
  public OutboxEngine(
      DataSource dataSource,
      Clock clock,
      Settings settings,
      Map<String, OutboxHandler> handlers,
      Map<String, Job> jobs) {
    this.database = Database.on(dataSource);
    this.clock = clock;
    this.settings = settings;
    this.handlers = handlers;
    List<Task<?>> known = new ArrayList<>();
    known.add(caseTask());
    List<RecurringTask<Void>> timed = new ArrayList<>();
    timed.add(timed("outbox-sweep", new Job(SWEEP, this::sweep)));
    jobs.forEach((name, job) -> timed.add(timed("job-" + name, job)));
    this.scheduler =
        Scheduler.create(dataSource, known)
            .startTasks(timed)
            .tableName("byggsten.scheduled_tasks")
            .clock(clock::instant)
            .threads(settings.threads())
            .pollUsingLockAndFetch(0.5, 1.0)
            .pollingInterval(settings.pollInterval())
            .heartbeatInterval(settings.heartbeat())
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .shutdownMaxWait(settings.stopWithin())
            // Exceptions of others can quote personal data: their stack traces stay out of the log.
            .failureLogging(LogLevel.WARN, false)
            .build();
  }

  /** Starts. */
  public void start() {
    sweep();
    scheduler.start();
  }

  /** Stops within the limit. */
  public void stop() {
    if (scheduler.getSchedulerState().isStarted()) {
      scheduler.stop();
    }
  }

  /** Looks for due work now. */
  public void wake() {
    if (scheduler.getSchedulerState().isStarted()) {
      scheduler.triggerCheckForDueExecutions();
    }
  }

  /** A case is forgotten when its node died between removing its task and looking once more. */
  private void sweep() {
    int forgotten = database.with(handle -> OutboxTable.scheduleForgotten(handle, clock.instant()));
    if (forgotten > 0) {
      log.info("{} cases had messages waiting and were scheduled", forgotten);
    }
  }

  private RecurringTask<Void> timed(String name, Job job) {
    return Tasks.recurring(name, FixedDelay.of(job.pause()))
        .execute(
            (instance, context) -> {
              try {
                job.run().run();
              } catch (RuntimeException e) {
                log.warn("The job {} failed with {}; it runs again later", name, codeOf(e));
              }
            });
  }

  private Task<Void> caseTask() {
    return Tasks.custom(OutboxTable.TASK, Void.class)
        .onDeadExecutionRevive()
        .onFailureReschedule(FixedDelay.of(settings.backoff().after(1)))
        .execute(this::drain);
  }

  private CompletionHandler<Void> drain(TaskInstance<Void> instance, ExecutionContext context) {
    CaseId caseId = CaseId.parse(instance.getId());
    while (!context.getSchedulerState().isShuttingDown()) {
      Optional<OutboxTable.Row> next = database.with(handle -> OutboxTable.first(handle, caseId));
      if (next.isEmpty()) {
        return (complete, operations) -> removeAndLookAgain(operations, caseId);
      }
      OutboxTable.Row row = next.get();
      try {
        handle(row.message());
      } catch (InterruptedException e) {
        // The stop took too long to wait for; whoever starts next does it again.
        break;
      } catch (Exception | LinkageError | StackOverflowError e) {
        if (context.getSchedulerState().isShuttingDown()) {
          break;
        }
        return retryLater(row, e);
      }
      database.with(handle -> OutboxTable.done(handle, row.id(), clock.instant()));
    }
    return (complete, operations) -> operations.reschedule(complete, clock.instant());
  }

  private void handle(OutboxMessage message) throws Exception {
    OutboxHandler handler = handlers.get(message.topic());
    if (handler == null) {
      throw new NoHandlerException(message.topic());
    }
    handler.handle(message);
  }

  private CompletionHandler<Void> retryLater(OutboxTable.Row row, Throwable failure) {
    String code = codeOf(failure);
    int attempt = row.attempts() + 1;
    Duration pause = settings.backoff().after(attempt);
    log.warn(
        "The message {} of case {} failed with {} (attempt {}); it is tried again in {}",
        row.message().topic(),
        row.message().caseId(),
        code,
        attempt,
        pause);
    database.run(handle -> OutboxTable.failed(handle, row.id(), code, clock.instant()));
    return (complete, operations) -> operations.reschedule(complete, clock.instant().plus(pause));
  }

  /** A message can have come between the last look and the removal; see {@link OutboxTable}. */
  private void removeAndLookAgain(ExecutionOperations<Void> operations, CaseId caseId) {
    operations.remove();
    database.run(handle -> OutboxTable.scheduleIfForgotten(handle, caseId, clock.instant()));
  }

  private static String codeOf(Throwable failure) {
    return failure instanceof ByggstenException coded
        ? coded.code().value()
        : "OUTBOX-HANDLER-FAILED:" + failure.getClass().getSimpleName();
  }
}
