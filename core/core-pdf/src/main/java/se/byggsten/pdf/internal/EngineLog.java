package se.byggsten.pdf.internal;

import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import com.openhtmltopdf.util.XRLogger;
import java.util.logging.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what the engine says to SLF4J, without the words of the page.
 *
 * <p>The engine's messages quote text and addresses, which may be personal data: only the kind of
 * message is passed on.
 */
final class EngineLog implements XRLogger {
  private static final Logger LOG = LoggerFactory.getLogger(EngineLog.class);

  private EngineLog() {}

  static void install() {
    if (!(XRLog.getLoggerImpl() instanceof EngineLog)) {
      XRLog.setLoggerImpl(new EngineLog());
    }
  }

  @Override
  public void log(Diagnostic diagnostic) {
    LOG.debug("Engine: {}", diagnostic.getLogMessageId());
  }

  @Override
  public void log(String where, Level level, String message) {
    LOG.debug("Engine: a message of {}", where);
  }

  @Override
  public void log(String where, Level level, String message, Throwable cause) {
    LOG.debug("Engine: {} in {}", cause.getClass().getSimpleName(), where);
  }

  @Override
  public void setLevel(String logger, Level level) {
    // Levels are SLF4J's.
  }

  @Override
  public boolean isLogLevelEnabled(Diagnostic diagnostic) {
    return LOG.isDebugEnabled();
  }
}
