package se.byggsten.forms.draft;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import se.byggsten.core.store.ExpiringStore;
import se.byggsten.forms.draft.internal.Pack;
import se.byggsten.forms.draft.internal.Sealing;
import se.byggsten.forms.run.PostedFields;

/**
 * Keeps a post whose session has ended until its sender has logged in again.
 *
 * <p>The browser gets a token, to be kept in a cookie (HttpOnly, Secure, SameSite=Lax) and never in
 * a URL; the store has only a hash of it, and what is stored is sealed with a key that is made of
 * it. Only a post with the mark of a draft is parked, and {@link ParkedPost#applyTo} puts it only
 * into that very draft: so neither another person at the same computer gets it, nor can another
 * site plant answers, since nobody else can guess the mark.
 */
public final class ParkedPosts {
  private static final String NAMESPACE = "form-parked-post";
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final Duration LIFE = Duration.ofMinutes(30);
  private static final int LARGEST = 300_000;
  private static final int TOKEN_BYTES = 32;

  private final ExpiringStore store;
  private final DraftKeys keys;
  private final Clock clock;

  private ParkedPosts(ExpiringStore store, DraftKeys keys, Clock clock) {
    this.store = store;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Returns a car park.
   *
   * @param store where posts lie, for half an hour
   * @param keys seal them
   * @param clock the time
   * @return the car park
   */
  public static ParkedPosts in(ExpiringStore store, DraftKeys keys, Clock clock) {
    return new ParkedPosts(store, keys, clock);
  }

  /**
   * Parks a post.
   *
   * @param formId the form
   * @param page the page instance
   * @param posted what was posted
   * @return the token for the browser; empty when the post has no mark of a draft or is too large
   */
  public Optional<String> park(String formId, String page, PostedFields posted) {
    if (Draft.Mark.read(posted.control(PostedFields.DRAFT).orElse(null)).isEmpty()) {
      return Optional.empty();
    }
    Map<String, List<String>> values = new LinkedHashMap<>(posted.values());
    values.remove(PostedFields.CSRF);
    Pack.Writer out = new Pack.Writer().text(formId).text(page).number(chosen(posted));
    out.number(values.size());
    values.forEach((name, texts) -> out.text(name).texts(texts));
    byte[] content = out.done();
    if (content.length > LARGEST) {
      return Optional.empty();
    }
    String token =
        Base64.getUrlEncoder().withoutPadding().encodeToString(Sealing.random(TOKEN_BYTES));
    sealed(token).putIfAbsent(NAMESPACE, Sealing.hash(token), content, clock.instant().plus(LIFE));
    return Optional.of(token);
  }

  /** A browser posts an empty part without a name for a field where nothing was chosen. */
  private static long chosen(PostedFields posted) {
    return posted.files().stream().filter(file -> !file.name().isBlank()).count();
  }

  /**
   * Takes a parked post, once.
   *
   * @param token what the browser has
   * @return the post; empty when there is none, it is too old or somebody took it
   */
  public Optional<ParkedPost> take(String token) {
    if (!TOKEN.matcher(token).matches()) {
      return Optional.empty();
    }
    return sealed(token)
        .take(NAMESPACE, Sealing.hash(token))
        .flatMap(value -> Pack.read(value.bytes(), ParkedPosts::read));
  }

  private static ParkedPost read(Pack in) {
    String formId = in.text();
    String page = in.text();
    int files = (int) in.number();
    int names = in.count(Integer.BYTES + Long.BYTES);
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (int i = 0; i < names; i++) {
      values.put(in.text(), new ArrayList<>(in.texts()));
    }
    return new ParkedPost(formId, page, PostedFields.of(values), files);
  }

  private SealedStore sealed(String token) {
    return new SealedStore(store, keys, token.getBytes(StandardCharsets.US_ASCII), "");
  }
}
