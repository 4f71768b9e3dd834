package se.byggsten.saml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** An executor whose time is moved by hand: what is to run later runs when the test says so. */
final class HandExecutor extends ScheduledThreadPoolExecutor {
  private record Task(Runnable command, long delayInMillis) {}

  private final Deque<Task> tasks = new ArrayDeque<>();

  HandExecutor() {
    super(1);
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
    tasks.add(new Task(command, unit.toMillis(delay)));
    return super.schedule(() -> {}, 1, TimeUnit.DAYS);
  }

  /** Runs what comes next and tells how long it had to wait, in milliseconds. */
  long runNext() {
    Task task = tasks.remove();
    task.command().run();
    return task.delayInMillis();
  }

  int waiting() {
    return tasks.size();
  }
}
