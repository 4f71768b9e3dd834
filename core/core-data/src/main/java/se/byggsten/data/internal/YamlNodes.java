package se.byggsten.data.internal;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.JsonScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataNode;
import se.byggsten.core.data.Position;
import se.byggsten.data.DataLimits;

/**
 * Builds nodes from YAML events.
 *
 * <p>Events rather than a composed tree, so that the limits stop a hostile text while it is read.
 */
public final class YamlNodes {
  private static final ScalarResolver JSON_SCHEMA = new JsonScalarResolver();

  private final NodeBudget budget;
  private final int codePoints;
  private final String resource;

  /** Creates a reader of one text. */
  public YamlNodes(String resource, DataLimits limits) {
    this.budget = new NodeBudget(resource, limits);
    this.codePoints = limits.bytes();
    this.resource = resource;
  }

  /** Reads the text. */
  public DataNode read(String text) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(resource)
            .setCodePointLimit(codePoints)
            .setUseMarks(true)
            .build();
    try {
      Iterator<Event> events = new Parse(settings).parseString(text).iterator();
      expect(events, Event.ID.StreamStart);
      Event first = events.next();
      if (first.getEventId() == Event.ID.StreamEnd) {
        throw budget.problem(DataException.SYNTAX, Position.START, "the text is empty");
      }
      DataNode root = node(events.next(), events, 1);
      expect(events, Event.ID.DocumentEnd);
      Event last = events.next();
      if (last.getEventId() != Event.ID.StreamEnd) {
        throw budget.problem(
            DataException.NOT_ALLOWED, position(last), "only one document may stand in a file");
      }
      return root;
    } catch (MarkedYamlEngineException e) {
      String problem = e.getProblem() == null ? "" : ": " + e.getProblem();
      throw budget.problem(
          DataException.SYNTAX,
          e.getProblemMark().or(e::getContextMark).map(YamlNodes::position).orElse(Position.START),
          "the YAML breaks its grammar here" + problem);
    } catch (YamlEngineException e) {
      throw budget.problem(DataException.SYNTAX, Position.START, "the text cannot be read as YAML");
    }
  }

  private DataNode node(Event event, Iterator<Event> events, int depth) {
    Position where = position(event);
    budget.count(where);
    if (event.getEventId() == Event.ID.Alias) {
      throw budget.problem(
          DataException.NOT_ALLOWED, where, "aliases (*name) are not allowed; write it out");
    }
    if (event instanceof ScalarEvent scalar) {
      return scalar(scalar, where);
    }
    budget.enter(depth, where);
    if (event instanceof SequenceStartEvent start) {
      refuseTag(start.getTag(), where);
      return list(events, depth, where);
    }
    if (event instanceof MappingStartEvent start) {
      refuseTag(start.getTag(), where);
      return map(events, depth, where);
    }
    throw budget.problem(DataException.SYNTAX, where, "a value is expected here");
  }

  private DataNode list(Iterator<Event> events, int depth, Position where) {
    List<DataNode> values = new ArrayList<>();
    Event next = events.next();
    while (next.getEventId() != Event.ID.SequenceEnd) {
      values.add(node(next, events, depth + 1));
      next = events.next();
    }
    return new DataNode.Items(values, where);
  }

  private DataNode map(Iterator<Event> events, int depth, Position where) {
    Map<String, DataNode> values = new LinkedHashMap<>();
    Map<String, Position> keys = new LinkedHashMap<>();
    Event next = events.next();
    while (next.getEventId() != Event.ID.MappingEnd) {
      Position keyPosition = position(next);
      if (!(next instanceof ScalarEvent scalar)) {
        throw budget.problem(DataException.NOT_ALLOWED, keyPosition, "a key must be a word");
      }
      refuseTag(scalar.getTag(), keyPosition);
      String key = scalar.getValue();
      if (keys.put(key, keyPosition) != null) {
        throw budget.duplicate(keyPosition);
      }
      values.put(key, node(events.next(), events, depth + 1));
      next = events.next();
    }
    return new DataNode.Fields(values, keys, where);
  }

  private DataNode scalar(ScalarEvent scalar, Position where) {
    refuseTag(scalar.getTag(), where);
    String value = scalar.getValue();
    if (!scalar.isPlain()) {
      return new DataNode.Text(value, where);
    }
    Tag tag = JSON_SCHEMA.resolve(value, true);
    if (tag.equals(Tag.NULL)) {
      return new DataNode.Null(where);
    }
    if (tag.equals(Tag.BOOL)) {
      return new DataNode.Bool(value.equals("true"), where);
    }
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return budget.number(value, where);
    }
    return new DataNode.Text(value, where);
  }

  private void refuseTag(Optional<String> tag, Position where) {
    if (tag.isPresent()) {
      throw budget.problem(DataException.NOT_ALLOWED, where, "type tags (!name) are not allowed");
    }
  }

  private void expect(Iterator<Event> events, Event.ID id) {
    Event event = events.next();
    if (event.getEventId() != id) {
      throw budget.problem(DataException.SYNTAX, position(event), "the text ends or begins wrong");
    }
  }

  private static Position position(Event event) {
    return event.getStartMark().map(YamlNodes::position).orElse(Position.START);
  }

  private static Position position(Mark mark) {
    return new Position(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
