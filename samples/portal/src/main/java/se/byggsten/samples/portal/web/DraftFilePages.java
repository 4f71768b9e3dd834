package se.byggsten.samples.portal.web;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import se.byggsten.forms.draft.Draft;
import se.byggsten.forms.draft.DraftException;
import se.byggsten.forms.draft.DraftFile;
import se.byggsten.forms.draft.DraftOwner;
import se.byggsten.forms.draft.DraftRef;
import se.byggsten.forms.draft.DraftStore;
import se.byggsten.forms.post.PostLimits;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.servlet.FormHttp;
import se.byggsten.identity.CsrfTokens;
import se.byggsten.web.Html;
import se.byggsten.web.component.Button;
import se.byggsten.web.component.ErrorSummary;
import se.byggsten.web.component.FileUpload;
import se.byggsten.web.component.Link;
import se.byggsten.web.component.TextInput;

/** The application as an encrypted file that the citizen keeps, and brings back. */
final class DraftFilePages {
  private static final String HERE = ApplicationPages.PATH + "/fil";
  private static final String KEEP = "spara-losen";
  private static final String OPEN = "oppna-losen";
  private static final String FILE = "fil";
  private static final String REPLACE = "ersatt";

  private static final int OTHERS = 20_000;

  /** A file as large as a draft may make it, a passphrase, and nothing else to speak of. */
  static final PostLimits LIMITS =
      new PostLimits(DraftFile.LARGEST + OTHERS, DraftFile.LARGEST, OTHERS, 10, 1, 50, 1000);

  private final String formId;
  private final DraftStore drafts;
  private final CsrfTokens csrf;
  private final FormHttp http = FormHttp.within(LIMITS);
  private final LargePosts posts;

  DraftFilePages(String formId, DraftStore drafts, CsrfTokens csrf, LargePosts posts) {
    this.formId = formId;
    this.drafts = drafts;
    this.csrf = csrf;
    this.posts = posts;
  }

  void addTo(Routes routes) {
    routes
        .get(HERE, x -> show(x, 200, "", ""))
        .post(HERE + "/spara", x -> read(x, this::keep))
        .post(HERE + "/oppna", x -> read(x, this::open));
  }

  private interface Act {
    void with(Exchange x, PostedFields posted) throws IOException;
  }

  /** Under the application's address the token is judged here, after our own reading. */
  private void read(Exchange x, Act act) throws IOException {
    Optional<PostedFields> read = posts.read(x, () -> http.read(x.request()));
    if (read.isEmpty()) {
      ErrorPages.show(x, ErrorPages.Kind.BUSY);
      return;
    }
    try (PostedFields posted = read.get()) {
      if (x.isOwnPost(csrf, posted)) {
        act.with(x, posted);
      } else {
        ErrorPages.show(x, ErrorPages.Kind.CSRF);
      }
    }
  }

  private Optional<Draft> draft(Exchange x) {
    return drafts.find(DraftRef.first(DraftOwner.person(x.citizen()), formId));
  }

  private void show(Exchange x, int status, String field, String error) throws IOException {
    PortalTexts t = x.texts();
    Html top =
        error.isEmpty()
            ? Html.EMPTY
            : ErrorSummary.of(x.locale(), List.of(Link.of(error, "#" + field))).toHtml();
    Html body = top.and(Markup.h1(t.get("file.title"))).and(Markup.p(t.get("file.text")));
    Optional<Draft> draft = draft(x);
    if (draft.isPresent()) {
      body =
          body.and(Markup.h2(t.get("file.keep.title")))
              .and(Markup.p(t.get("file.keep.text", DraftFile.SHORTEST_PASSPHRASE)))
              .and(
                  Markup.form(
                      HERE + "/spara",
                      x.csrf(),
                      secret(x, KEEP, "new-password", field.equals(KEEP) ? error : "")
                          .and(Button.submit(t.get("file.keep")).toHtml())));
    }
    FileUpload.Builder upload =
        FileUpload.builder(FILE).label(t.get("file.open.file")).locale(x.locale());
    if (field.equals(FILE)) {
      upload.error(error);
    }
    Html replaces =
        draft.isPresent() ? Markup.tick(REPLACE, t.get("file.open.replace")) : Html.EMPTY;
    body =
        body.and(Markup.h2(t.get("file.open.title")))
            .and(
                Markup.uploadForm(
                    HERE + "/oppna",
                    x.csrf(),
                    upload
                        .build()
                        .toHtml()
                        .and(secret(x, OPEN, "current-password", field.equals(OPEN) ? error : ""))
                        .and(replaces)
                        .and(Button.submit(t.get("file.open")).toHtml())));
    x.show(status, x.page("info", t.get("file.title")).error(!error.isEmpty()).body(body).build());
  }

  private static Html secret(Exchange x, String name, String token, String error) {
    TextInput.Builder input =
        TextInput.builder(name)
            .label(x.text("file.secret"))
            .type("password")
            .autocomplete(token)
            .locale(x.locale());
    if (!error.isEmpty()) {
      input.error(error);
    }
    return input.build().toHtml();
  }

  private static char[] passphrase(PostedFields posted, String name) {
    return posted.values().getOrDefault(name, List.of("")).get(0).toCharArray();
  }

  private void keep(Exchange x, PostedFields posted) throws IOException {
    Optional<Draft> draft = draft(x);
    if (draft.isEmpty()) {
      x.redirect(HERE);
      return;
    }
    byte[] file;
    try {
      file = drafts.toFile(draft.get(), passphrase(posted, KEEP));
    } catch (DraftException refused) {
      show(x, 422, KEEP, wrong(x, refused));
      return;
    }
    x.response().setContentType(DraftFile.MEDIA_TYPE);
    x.response()
        .setHeader(
            "Content-Disposition", "attachment; filename=\"ansokan" + DraftFile.EXTENSION + "\"");
    x.response().setHeader("Cache-Control", "no-store");
    x.response().setContentLength(file.length);
    x.response().getOutputStream().write(file);
  }

  private void open(Exchange x, PostedFields posted) throws IOException {
    if (posted.files().isEmpty() || posted.files().get(0).isTooLarge()) {
      show(x, 422, FILE, x.text("file.error.FILE-FORMAT"));
      return;
    }
    byte[] file = posted.files().get(0).content().bytes();
    char[] passphrase = passphrase(posted, OPEN);
    boolean replace = posted.values().containsKey(REPLACE);
    try {
      bring(x, file, passphrase, replace);
      x.redirect(ApplicationPages.PATH);
    } catch (DraftException refused) {
      String code = refused.code().value();
      boolean secret = code.contains("PASSPHRASE") || code.contains("ATTEMPTS");
      String field = secret ? OPEN : code.endsWith("TOO-MANY") ? REPLACE : FILE;
      show(x, 422, field, wrong(x, refused));
    }
  }

  /** The one that is there goes away only once the file has been opened. */
  private void bring(Exchange x, byte[] file, char[] passphrase, boolean replace) {
    DraftOwner owner = DraftOwner.person(x.citizen());
    String who = x.request().getRemoteAddr();
    try {
      drafts.fromFile(owner, file, passphrase, who);
    } catch (DraftException refused) {
      if (!replace || !refused.code().equals(DraftException.TOO_MANY)) {
        throw refused;
      }
      Draft old = draft(x).orElseThrow(() -> refused);
      drafts.fromFileInsteadOf(old, file, passphrase, who);
    }
  }

  private static String wrong(Exchange x, DraftException refused) {
    return x.text("file.error." + refused.code().value().replaceFirst("^DRAFT-", ""));
  }
}
