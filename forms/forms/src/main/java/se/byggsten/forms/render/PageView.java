package se.byggsten.forms.render;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import se.byggsten.forms.run.Elsewhere;
import se.byggsten.forms.run.StepResult;
import se.byggsten.forms.run.Violation;

/**
 * What a page needs to know besides the answers.
 *
 * @param language the language to show
 * @param service what the form stands in
 * @param news what the last post led to
 * @param fromReview true when the page was opened from the review, to go back there
 * @param draft which version of the draft the page is drawn from, a hidden field of the page; empty
 *     for none
 * @param removing the number of the row that is about to be removed, on the page of a group
 */
public record PageView(
    Locale language,
    Service service,
    News news,
    boolean fromReview,
    String draft,
    Optional<Integer> removing) {
  /** The query of a page of a group that asks before a row is removed. */
  public static final String REMOVING = "_remove";

  /**
   * The service that a form stands in.
   *
   * @param basePath the address of the form; a page's address is this, a slash and the id of the
   *     page
   * @param csrf the token against forged posts, a hidden field of the page; empty for none
   * @param pageBefore whether there is a page to go back to from the first one of the form
   * @param saves whether a page offers to save and go on later
   */
  public record Service(String basePath, String csrf, boolean pageBefore, boolean saves) {
    /** Leaves out the token. */
    @Override
    public String toString() {
      return "Service[" + basePath + "]";
    }
  }

  /**
   * What the last post led to, which the page tells above and in its questions.
   *
   * @param violations what is to be put right
   * @param revealed fields that the citizen sees for the first time
   * @param elsewhere what another window had done
   */
  public record News(
      List<Violation> violations, Set<String> revealed, Optional<Elsewhere> elsewhere) {
    /** Nothing to tell, of a page that is opened. */
    public static final News NONE = new News(List.of(), Set.of(), Optional.empty());

    /** Copies the collections. */
    public News {
      violations = List.copyOf(violations);
      revealed = Set.copyOf(revealed);
    }

    /** Leaves out what was written. */
    @Override
    public String toString() {
      return "News[" + violations.size() + " violations]";
    }
  }

  /**
   * Returns a view without errors.
   *
   * @param language the language to show
   * @param basePath the address of the form, such as {@code /kolloplats/ansok}
   * @param csrf the token against forged posts
   * @return the view
   */
  public static PageView of(Locale language, String basePath, String csrf) {
    Service service = new Service(basePath, csrf, false, true);
    return new PageView(language, service, News.NONE, false, "", Optional.empty());
  }

  private PageView in(Service other) {
    return new PageView(language, other, news, fromReview, draft, removing);
  }

  private PageView with(News told) {
    return new PageView(language, service, told, fromReview, draft, removing);
  }

  /**
   * Returns the view of a page that is shown again after a post.
   *
   * @param step what the post led to
   * @return the view with its violations
   */
  public PageView after(StepResult step) {
    return with(new News(step.violations(), step.revealed(), step.elsewhere()));
  }

  /**
   * Returns the view of a page that tells at once what is to be put right.
   *
   * @param waiting what {@code FormRun.waiting} says of the page
   * @return the view
   */
  public PageView telling(List<Violation> waiting) {
    return with(new News(waiting, revealed(), elsewhere()));
  }

  /**
   * Returns the view of a page that was opened from the review.
   *
   * @param value true when it was
   * @return the view
   */
  public PageView fromReview(boolean value) {
    return new PageView(language, service, news, value, draft, removing);
  }

  /**
   * Returns the view of the page of a group that asks before a row is removed.
   *
   * @param row the number of the row; an unknown one shows the page itself
   * @return the view
   */
  public PageView removing(int row) {
    return new PageView(language, service, news, fromReview, draft, Optional.of(row));
  }

  /**
   * Returns the view of a page that says which draft it is drawn from.
   *
   * @param mark what {@code Draft.mark()} says
   * @return the view
   */
  public PageView draft(String mark) {
    return new PageView(language, service, news, fromReview, mark, removing);
  }

  /**
   * Returns the view of a page that does not offer to save and go on later, for services that keep
   * no drafts.
   *
   * @return the view
   */
  public PageView withoutSave() {
    return in(new Service(basePath(), csrf(), service.pageBefore(), false));
  }

  /**
   * Returns the view of a page in a service that has a page before the first one of the form, so
   * that one can go back from there too: the service leads there when back is posted and {@link
   * StepResult#page()} is the page that was posted.
   *
   * @return the view
   */
  public PageView withPageBefore() {
    return in(new Service(basePath(), csrf(), true, service.saves()));
  }

  /**
   * Returns the address of the form.
   *
   * @return without a slash at its end
   */
  public String basePath() {
    return service.basePath();
  }

  /**
   * Returns the token against forged posts.
   *
   * @return the token; empty for none
   */
  public String csrf() {
    return service.csrf();
  }

  /**
   * Returns what is to be put right.
   *
   * @return in the order of the fields
   */
  public List<Violation> violations() {
    return news.violations();
  }

  /**
   * Returns the fields that the citizen sees for the first time after a post.
   *
   * @return their ids
   */
  public Set<String> revealed() {
    return news.revealed();
  }

  /**
   * Returns what another window had done that the page is to tell of.
   *
   * @return that, or empty
   */
  public Optional<Elsewhere> elsewhere() {
    return news.elsewhere();
  }

  String href(String page) {
    return basePath() + "/" + page;
  }

  /** Leaves out the token. */
  @Override
  public String toString() {
    return "PageView[" + language + ", " + service + ", " + news + "]";
  }
}
