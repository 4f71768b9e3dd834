package se.byggsten.saml.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import se.byggsten.saml.protocol.SamlException;

/**
 * Takes what comes until it is more than metadata may be, and then no more.
 *
 * <p>The client keeps the last body for as long as it keeps the connection, for minutes. So the
 * body is this, out of which the bytes are taken.
 */
final class Bounded implements HttpResponse.BodySubscriber<Bounded> {
  private final CompletableFuture<Bounded> body = new CompletableFuture<>();
  private final List<byte[]> pieces = new ArrayList<>();
  private long size;
  private Flow.@Nullable Subscription subscription;

  /** Reads all of a stream that is no larger. */
  static byte[] read(InputStream in) throws IOException {
    byte[] content = in.readNBytes(MetadataSource.LIMIT + 1);
    if (content.length > MetadataSource.LIMIT) {
      throw tooLarge();
    }
    return content;
  }

  @Override
  public CompletionStage<Bounded> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    given.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      size += buffer.remaining();
      if (size > MetadataSource.LIMIT) {
        pieces.clear();
        if (subscription != null) {
          subscription.cancel();
        }
        body.completeExceptionally(tooLarge());
        return;
      }
      byte[] piece = new byte[buffer.remaining()];
      buffer.get(piece);
      pieces.add(piece);
    }
  }

  @Override
  public void onError(Throwable throwable) {
    pieces.clear();
    body.completeExceptionally(throwable);
  }

  @Override
  public void onComplete() {
    body.complete(this);
  }

  /** Returns all that came, once. */
  byte[] take() {
    ByteBuffer whole = ByteBuffer.allocate(pieces.stream().mapToInt(piece -> piece.length).sum());
    pieces.forEach(whole::put);
    pieces.clear();
    return whole.array();
  }

  private static SamlException tooLarge() {
    return new SamlException(
        MetadataErrors.TOO_LARGE,
        "The metadata are larger than " + MetadataSource.LIMIT + " bytes");
  }
}
