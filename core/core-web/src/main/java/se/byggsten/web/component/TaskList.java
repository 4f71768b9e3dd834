package se.byggsten.web.component;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.byggsten.web.Component;
import se.byggsten.web.Html;
import se.byggsten.web.internal.Element;

/**
 * The parts of a long form, each with how far it has come.
 *
 * @param tasks the parts in order
 * @param idPrefix what the ids of hints and statuses start with
 * @param block classes and attributes
 */
public record TaskList(List<Task> tasks, String idPrefix, Block block) implements Component {
  /** Keeps a copy of the tasks. */
  public TaskList {
    tasks = List.copyOf(tasks);
  }

  /**
   * One part.
   *
   * @param title what it is
   * @param href where it is done, or null when it cannot be begun yet
   * @param hint more about it, or null
   * @param status how far it has come: a word, or a {@link Tag}
   * @param classes extra classes
   */
  public record Task(
      Html title, @Nullable String href, @Nullable Html hint, Html status, TaskClasses classes) {
    /** Returns a part that can be done. */
    public static Task of(String title, String href, Html status) {
      Objects.requireNonNull(href, "href");
      return new Task(Html.text(title), href, null, status, TaskClasses.NONE);
    }

    /** Returns a part that cannot be begun yet. */
    public static Task later(String title, String status) {
      return new Task(
          Html.text(title),
          null,
          null,
          Html.text(status),
          new TaskClasses("", "", "govuk-task-list__status--cannot-start-yet"));
    }

    /** Returns the part with more about it. */
    public Task withHint(String text) {
      return new Task(title, href, Html.text(text), status, classes);
    }

    /** Leaves out the texts: a part may be named after somebody. */
    @Override
    public String toString() {
      return "Task";
    }
  }

  /**
   * Extra classes of a task's parts, each may be empty.
   *
   * @param item of the whole
   * @param title of the title
   * @param status of the status
   */
  public record TaskClasses(String item, String title, String status) {
    /** No extra classes. */
    public static final TaskClasses NONE = new TaskClasses("", "", "");
  }

  /** Returns a list. */
  public static TaskList of(List<Task> tasks) {
    return new TaskList(tasks, "task-list", Block.NONE);
  }

  @Override
  public Html toHtml() {
    Element list = block.on("ul", "govuk-task-list");
    for (int i = 0; i < tasks.size(); i++) {
      list.add(item(tasks.get(i), idPrefix + "-" + (i + 1)));
    }
    return Render.html(list);
  }

  private static Element item(Task task, String id) {
    String hintId = task.hint() == null ? null : id + "-hint";
    String statusId = id + "-status";
    boolean link = task.href() != null;
    Element title =
        link
            ? Element.of("a")
                .cls("govuk-link", "govuk-task-list__link", task.classes().title())
                .attr("href", task.href())
                .attr("aria-describedby", Render.ids(hintId, statusId))
            : Element.of("div").cls(task.classes().title());
    Element name =
        Element.of("div")
            .cls("govuk-task-list__name-and-hint")
            .add(title.html(task.title().value()));
    if (task.hint() != null) {
      name.add(
          Element.of("div")
              .attr("id", hintId)
              .cls("govuk-task-list__hint")
              .html(task.hint().value()));
    }
    return Element.of("li")
        .cls(
            "govuk-task-list__item",
            link ? "govuk-task-list__item--with-link" : null,
            task.classes().item())
        .add(name)
        .add(
            Element.of("div")
                .cls("govuk-task-list__status", task.classes().status())
                .attr("id", statusId)
                .html(task.status().value()));
  }
}
