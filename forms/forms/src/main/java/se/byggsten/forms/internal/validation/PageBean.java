package se.byggsten.forms.internal.validation;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;

/** The class that was made for a page, and how to fill it: a page is judged in one go. */
final class PageBean {
  private final Constructor<?> constructor;
  private final Map<String, Field> fields = new HashMap<>();

  PageBean(Class<?> type) {
    try {
      constructor = type.getConstructor();
    } catch (NoSuchMethodException e) {
      throw new LinkageError("The class was made without a constructor", e);
    }
    for (Field field : type.getFields()) {
      fields.put(field.getName(), field);
    }
  }

  Object of(Map<String, Object> values) {
    try {
      Object bean = constructor.newInstance();
      for (Map.Entry<String, Object> value : values.entrySet()) {
        Field field = fields.get(value.getKey());
        if (field != null) {
          field.set(bean, value.getValue());
        }
      }
      return bean;
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("The class was made to be filled", e);
    }
  }
}
