package se.byggsten.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogicalCssTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a{margin-left:1px}|a{margin-inline-start:1px}",
        "a{ padding-right: 1px; left:0 }|a{padding-inline-end:1px;inset-inline-start:0}",
        "a{border-left:4px solid red}|a{border-inline-start:4px solid red}",
        "a{border-left-width:4px}|a{border-inline-start-width:4px}",
        "a{text-align:left!important}|a{text-align:start!important}",
        "a{float:right}|a{float:inline-end}",
        "a{padding:1px 2px 3px 4px}|a{padding-block:1px 3px;padding-inline:4px 2px}",
        "a{padding:1px calc(1px + 2px) 3px calc(1px + 2px)}|a{padding:1px calc(1px + 2px) 3px calc(1px + 2px)}",
        "a{margin:0 auto}|a{margin:0 auto}",
        "a{border-radius:1px 2px 3px 4px}|a{border-start-start-radius:1px;border-start-end-radius:2px;border-end-end-radius:3px;border-end-start-radius:4px}",
        "a{border-width:0 4px 4px 0}|a{border-width:0 4px 4px 0}",
        "@media (min-width:1px){a{left:0}}|@media (min-width:1px){a{inset-inline-start:0}}",
        "a:left{color:var(--left)}|a:left{color:var(--left)}"
      })
  void turns_left_and_right_into_start_and_end(String physical, String logical) {
    assertThat(LogicalCss.of(physical)).isEqualTo(logical);
  }
}
