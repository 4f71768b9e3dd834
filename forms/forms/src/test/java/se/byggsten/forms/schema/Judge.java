package se.byggsten.forms.schema;

import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import se.byggsten.data.DataReader;
import se.byggsten.data.JsonWriter;

/** Judges JSON by a schema, with an implementation of draft 2020-12 that is not ours. */
final class Judge {
  private final Validator validator;
  private final URI schema;

  Judge(String schema) {
    validator =
        new ValidatorFactory().withJsonNodeFactory(new JacksonNode.Factory()).createValidator();
    this.schema = validator.registerSchema(schema);
  }

  static String json(String yaml) {
    return JsonWriter.compact()
        .write(DataReader.yaml().read("form.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
  }

  List<String> faults(String json) {
    return validator.validate(schema, json).getErrors().stream()
        .map(error -> error.getInstanceLocation() + " " + error.getError())
        .toList();
  }

  List<String> keywords(String json) {
    return validator.validate(schema, json).getErrors().stream()
        .map(Error::getKeyword)
        .distinct()
        .toList();
  }
}
