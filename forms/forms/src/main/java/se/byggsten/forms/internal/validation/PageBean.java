package se.byggsten.forms.internal.validation;

import java.lang.reflect.Constructor;

/** The class that was made for a page, and how to fill it: a page is judged in one go. */
final class PageBean {
  private final Constructor<? extends Fillable> constructor;

  PageBean(Class<?> type) {
    try {
      constructor = type.asSubclass(Fillable.class).getConstructor();
    } catch (NoSuchMethodException e) {
      throw new LinkageError("The class was made without a constructor", e);
    }
  }

  Object of(PageAnswers answers) {
    try {
      Fillable bean = constructor.newInstance();
      bean.fill(answers.values());
      return bean;
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("The class was made to be filled", e);
    }
  }
}
