package se.byggsten.samples.portal.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import se.byggsten.forms.run.PostedFields;

/** Lets only so many large posts be read at once, so that the memory is enough. */
final class LargePosts {
  private static final long LARGE = 1_000_000;
  private static final int AT_ONCE = 6;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Semaphore free = new Semaphore(AT_ONCE, true);

  /** Reads the body of a request. */
  @FunctionalInterface
  interface Reading {
    PostedFields read() throws IOException;
  }

  /** Empty when so many are read already that this one would have to wait too long. */
  Optional<PostedFields> read(Exchange x, Reading reading) throws IOException {
    long length = x.request().getContentLengthLong();
    if (length >= 0 && length < LARGE) {
      return Optional.of(reading.read());
    }
    try {
      if (!free.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    try {
      return Optional.of(reading.read());
    } finally {
      free.release();
    }
  }
}
