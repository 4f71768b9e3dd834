package se.byggsten.samples.benchmarks.peer;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import se.byggsten.samples.benchmarks.Bodies;
import se.byggsten.samples.benchmarks.Questions;
import se.byggsten.samples.benchmarks.Service;

/**
 * The same service by hand: Hibernate Validator judges beans, and a template draws the page.
 *
 * <p>It knows no conditions, no drafts and no other languages, and does nothing that it need not.
 */
public final class HandWritten implements Service {
  private final Binder binder = new Binder();
  private final Function<PageModel, String> template;
  private final List<Section> next;
  private final int sections;

  private HandWritten(int fields, Function<PageModel, String> template) {
    this.template = template;
    this.sections = fields / Questions.PER_SECTION;
    byte[] body = Bodies.of(Questions.SECOND, fields, false);
    this.next = binder.read(body, Questions.SECOND, sections).sections();
  }

  /**
   * Returns the service with precompiled jte templates.
   *
   * @param fields how many questions each page has
   * @return the service
   */
  public static HandWritten jte(int fields) {
    TemplateEngine engine =
        TemplateEngine.createPrecompiled(
            null,
            ContentType.Html,
            HandWritten.class.getClassLoader(),
            "se.byggsten.samples.benchmarks.templates");
    return new HandWritten(
        fields,
        page -> {
          StringOutput output = new StringOutput();
          engine.render("page.jte", page, output);
          return output.toString();
        });
  }

  /**
   * Returns the service with Thymeleaf templates, parsed once.
   *
   * @param fields how many questions each page has
   * @return the service
   */
  public static HandWritten thymeleaf(int fields) {
    ClassLoaderTemplateResolver resolver =
        new ClassLoaderTemplateResolver(HandWritten.class.getClassLoader());
    resolver.setPrefix("thymeleaf/");
    resolver.setSuffix(".html");
    resolver.setTemplateMode(TemplateMode.HTML);
    resolver.setCharacterEncoding("UTF-8");
    resolver.setCacheable(true);
    org.thymeleaf.TemplateEngine engine = new org.thymeleaf.TemplateEngine();
    engine.setTemplateResolver(resolver);
    Locale swedish = Locale.forLanguageTag("sv");
    return new HandWritten(
        fields, page -> engine.process("page", new Context(swedish, Map.of("page", page))));
  }

  @Override
  public String post(byte[] body) {
    Binder.Post post = binder.read(body, 0, sections);
    PageModel page =
        post.errors().isEmpty()
            ? new PageModel("Mer", "/ansokan/tva", post.csrf(), next, Map.of())
            : new PageModel(
                "Uppgifter", "/ansokan/ett", post.csrf(), post.sections(), post.errors());
    return template.apply(page);
  }
}
