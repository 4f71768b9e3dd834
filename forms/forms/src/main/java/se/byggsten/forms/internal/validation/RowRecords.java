package se.byggsten.forms.internal.validation;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormException;

/** Finds the record that each field of a form is a component of. */
final class RowRecords {
  private RowRecords() {}

  static Map<String, Class<?>> of(FormDefinition form, Class<? extends Record> record) {
    Map<String, Class<?>> types = new HashMap<>();
    for (FieldDefinition field : form.fields().values()) {
      if (field.isAsked()) {
        Class<?> type = record;
        for (String group : form.structure().around(field.id())) {
          type = rowOf(type, group);
        }
        types.put(field.id(), type);
      }
    }
    return types;
  }

  private static Class<?> rowOf(Class<?> record, String group) {
    for (RecordComponent component : record.getRecordComponents()) {
      if (component.getName().equals(group)
          && component.getGenericType() instanceof ParameterizedType list
          && list.getActualTypeArguments()[0] instanceof Class<?> row
          && row.isRecord()) {
        return row;
      }
    }
    throw new FormException(
        FormException.DEFINITION,
        record.getSimpleName() + " has no list of records called " + group);
  }
}
