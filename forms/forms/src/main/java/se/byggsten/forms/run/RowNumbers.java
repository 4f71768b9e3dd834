package se.byggsten.forms.run;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a group: their numbers in order, and the number that the next one gets.
 *
 * @param numbers the numbers of the rows that there are
 * @param next a number that no row has had
 */
record RowNumbers(List<Integer> numbers, int next) {
  static final RowNumbers NONE = new RowNumbers(List.of(), 1);

  RowNumbers {
    numbers = List.copyOf(numbers);
    for (int number : numbers) {
      if (number < 1 || number >= next) {
        throw new IllegalArgumentException("A row has a number that is yet to be given");
      }
    }
    if (numbers.stream().distinct().count() != numbers.size()) {
      throw new IllegalArgumentException("Two rows have the same number");
    }
  }

  RowNumbers added() {
    List<Integer> more = new ArrayList<>(numbers);
    more.add(next);
    return new RowNumbers(more, next + 1);
  }

  RowNumbers without(int number) {
    return new RowNumbers(numbers.stream().filter(row -> row != number).toList(), next);
  }
}
