package se.byggsten.data.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataNode;
import se.byggsten.core.data.Position;
import se.byggsten.data.DataLimits;

/** Builds nodes from JSON tokens. */
public final class JsonNodes {
  private final NodeBudget budget;
  private final JsonFactory factory;

  /** Creates a reader of one text. */
  public JsonNodes(String resource, DataLimits limits) {
    this.budget = new NodeBudget(resource, limits);
    // Our own budget speaks first; these are the second line.
    this.factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(limits.depth() + 2)
                    .maxStringLength(limits.bytes())
                    .maxNameLength(limits.bytes())
                    .maxNumberLength(limits.bytes())
                    .build())
            .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
            .configure(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES, false)
            .build();
  }

  /** Reads the text. */
  public DataNode read(String text) {
    try (JsonParser parser = factory.createParser(new StringReader(text))) {
      DataNode root = node(parser, parser.nextToken(), 1);
      if (parser.nextToken() != null) {
        throw budget.problem(
            DataException.SYNTAX, position(parser), "nothing may follow the value of the text");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw budget.problem(
          DataException.SYNTAX, position(e.getLocation()), "the JSON breaks its grammar here");
    } catch (IOException e) {
      throw budget.problem(DataException.SYNTAX, Position.START, "the text cannot be read");
    }
  }

  private DataNode node(JsonParser parser, @Nullable JsonToken token, int depth)
      throws IOException {
    Position where = position(parser);
    budget.count(where);
    if (token == null) {
      throw budget.problem(DataException.SYNTAX, where, "the text is empty");
    }
    return switch (token) {
      case VALUE_STRING -> new DataNode.Text(parser.getText(), where);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> budget.number(parser.getText(), where);
      case VALUE_TRUE, VALUE_FALSE -> new DataNode.Bool(token == JsonToken.VALUE_TRUE, where);
      case VALUE_NULL -> new DataNode.Null(where);
      case START_ARRAY -> {
        budget.enter(depth, where);
        yield list(parser, depth, where);
      }
      case START_OBJECT -> {
        budget.enter(depth, where);
        yield map(parser, depth, where);
      }
      default -> throw budget.problem(DataException.SYNTAX, where, "a value is expected here");
    };
  }

  private DataNode list(JsonParser parser, int depth, Position where) throws IOException {
    List<DataNode> values = new ArrayList<>();
    JsonToken token = parser.nextToken();
    while (token != JsonToken.END_ARRAY) {
      values.add(node(parser, token, depth + 1));
      token = parser.nextToken();
    }
    return new DataNode.Items(values, where);
  }

  private DataNode map(JsonParser parser, int depth, Position where) throws IOException {
    Map<String, DataNode> values = new LinkedHashMap<>();
    Map<String, Position> keys = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Position keyPosition = position(parser);
      String key = parser.currentName();
      if (keys.put(key, keyPosition) != null) {
        throw budget.duplicate(keyPosition);
      }
      values.put(key, node(parser, parser.nextToken(), depth + 1));
    }
    return new DataNode.Fields(values, keys, where);
  }

  private static Position position(JsonParser parser) {
    return position(parser.currentTokenLocation());
  }

  private static Position position(@Nullable JsonLocation location) {
    return location == null || location.getLineNr() < 1 || location.getColumnNr() < 1
        ? Position.START
        : new Position(location.getLineNr(), location.getColumnNr());
  }
}
