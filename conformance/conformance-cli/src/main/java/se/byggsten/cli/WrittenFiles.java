package se.byggsten.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.FormDefinition;

/** The files that a command has written of each form. */
final class WrittenFiles {
  private final Map<FormDefinition, List<Path>> forms = new LinkedHashMap<>();

  void of(FormDefinition form, List<Path> files) {
    forms.computeIfAbsent(form, f -> new ArrayList<>()).addAll(files);
  }

  void tell(Console console, FormOptions options) {
    List<Path> all = forms.values().stream().flatMap(List::stream).toList();
    if (options.isJson()) {
      Map<String, @Nullable Object> root = new LinkedHashMap<>();
      root.put("schema", 1);
      root.put("forms", forms.entrySet().stream().map(WrittenFiles::json).toList());
      console.json(root);
    } else {
      all.forEach(path -> console.say(path.toString()));
      console.say(options.counted("written", all.size()));
    }
  }

  private static Map<String, Object> json(Map.Entry<FormDefinition, List<Path>> form) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("form", form.getKey().toString());
    one.put("files", form.getValue().stream().map(Path::toString).toList());
    return one;
  }
}
