package se.byggsten.samples.benchmarks.peer;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;

/** Reads a post into beans and judges them, as one would by hand. */
final class Binder {
  private static final List<String> ORDER =
      List.of(
          "namn", "pnr", "epost", "telefon", "adress", "postnr", "datum", "antal", "val", "mat");
  private static final Set<String> CAMPS = Set.of("a", "b", "c");
  private static final Set<String> FOOD = Set.of("x", "y", "z");

  private final Validator validator =
      Validation.byProvider(HibernateValidator.class)
          .configure()
          .messageInterpolator(new ParameterMessageInterpolator())
          .buildValidatorFactory()
          .getValidator();

  /** What a post says: the beans, and what is wrong with them by the name of the question. */
  record Post(String csrf, List<Section> sections, Map<String, String> errors) {}

  Post read(byte[] body, int first, int sections) {
    Map<String, List<String>> values = parse(new String(body, StandardCharsets.UTF_8));
    List<Section> beans = new ArrayList<>(sections);
    Map<String, String> errors = new LinkedHashMap<>();
    for (int i = first; i < first + sections; i++) {
      Map<String, String> wrong = new HashMap<>();
      Section bean = bind(values, i, wrong);
      for (ConstraintViolation<Section> violation : validator.validate(bean)) {
        wrong.putIfAbsent(violation.getPropertyPath().toString(), violation.getMessage());
      }
      if (!wrong.isEmpty()) {
        for (String name : ORDER) {
          String message = wrong.get(name);
          if (message != null) {
            errors.put(name + i, message);
          }
        }
      }
      beans.add(bean);
    }
    String csrf = text(values, "_csrf");
    return new Post(csrf == null ? "" : csrf, beans, errors);
  }

  private static Map<String, List<String>> parse(String body) {
    Map<String, List<String>> values = new HashMap<>();
    int from = 0;
    while (from < body.length()) {
      int end = body.indexOf('&', from);
      end = end < 0 ? body.length() : end;
      int equals = body.indexOf('=', from);
      String name = URLDecoder.decode(body.substring(from, equals), StandardCharsets.UTF_8);
      String value = URLDecoder.decode(body.substring(equals + 1, end), StandardCharsets.UTF_8);
      values.computeIfAbsent(name, n -> new ArrayList<>(1)).add(value);
      from = end + 1;
    }
    return values;
  }

  private static @Nullable String text(Map<String, List<String>> values, String name) {
    List<String> list = values.get(name);
    return list == null || list.get(0).isEmpty() ? null : list.get(0);
  }

  private static String raw(Map<String, List<String>> values, String name) {
    String text = text(values, name);
    return text == null ? "" : text;
  }

  private static Section bind(
      Map<String, List<String>> values, int number, Map<String, String> wrong) {
    Section bean = new Section(number);
    bean.namn = text(values, "namn" + number);
    bean.pnr = text(values, "pnr" + number);
    bean.epost = text(values, "epost" + number);
    bean.telefon = text(values, "telefon" + number);
    bean.adress = text(values, "adress" + number);
    bean.postnr = text(values, "postnr" + number);
    bean.datumDay = raw(values, "datum" + number + "-day");
    bean.datumMonth = raw(values, "datum" + number + "-month");
    bean.datumYear = raw(values, "datum" + number + "-year");
    bean.antalText = raw(values, "antal" + number);
    bean.val = text(values, "val" + number);
    bean.mat = values.getOrDefault("mat" + number, List.of());
    date(bean, wrong);
    number(bean, wrong);
    if (bean.val != null && !CAMPS.contains(bean.val)) {
      wrong.put("val", "Välj ett av lägren.");
    }
    if (!FOOD.containsAll(bean.mat)) {
      wrong.put("mat", "Välj bland maten.");
    }
    return bean;
  }

  private static void date(Section bean, Map<String, String> wrong) {
    if (bean.datumDay.isEmpty() && bean.datumMonth.isEmpty() && bean.datumYear.isEmpty()) {
      return;
    }
    try {
      bean.datum =
          LocalDate.of(
              Integer.parseInt(bean.datumYear.strip()),
              Integer.parseInt(bean.datumMonth.strip()),
              Integer.parseInt(bean.datumDay.strip()));
    } catch (DateTimeException | NumberFormatException e) {
      wrong.put("datum", "Skriv dagen med siffror.");
    }
  }

  private static void number(Section bean, Map<String, String> wrong) {
    if (bean.antalText.isEmpty()) {
      return;
    }
    try {
      bean.antal = new BigDecimal(bean.antalText.strip().replace(',', '.'));
    } catch (NumberFormatException e) {
      wrong.put("antal", "Skriv antalet med siffror.");
    }
  }
}
