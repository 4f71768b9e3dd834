package se.byggsten.forms.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.byggsten.core.store.CounterStore;
import se.byggsten.core.store.InMemoryCounters;
import se.byggsten.forms.draft.Draft;
import se.byggsten.forms.draft.DraftStore;
import se.byggsten.forms.draft.DraftUpdate;
import se.byggsten.forms.draft.FormVersions;
import se.byggsten.forms.draft.PartyMember;
import se.byggsten.forms.funnel.Funnel;
import se.byggsten.forms.funnel.FunnelPage;
import se.byggsten.forms.run.PostedFields;

class PartyFunnelTest extends PartyScene {
  @Test
  void the_funnel_is_of_the_applicants_way_also_when_a_party_posts() {
    InMemoryCounters counters = new InMemoryCounters();
    Funnel funnel = Funnel.in(counters);
    DraftStore counted =
        DraftStore.builder(store, FormVersions.of(run()), keys, clock).funnel(funnel).build();
    Draft draft = counted.open(ref.owner(), "resan", Map.of());
    PostedFields answers =
        PostedFields.of(
            Map.of(
                "namn", List.of("Åsa"),
                "tva", List.of("no"),
                "buss", List.of("yes"),
                "forarensNummer", List.of(BO.format())));
    counted.update(ref, draft.mark(), "ett", answers);
    Map<CounterStore.Key, Long> before = counters.find("form-funnel/resan/1");
    assertThat(before).containsKey(key("standing", "granska"));

    DraftUpdate update =
        counted.updateAs(
            new PartyMember("forare", BO),
            ref,
            counted.find(ref).orElseThrow().mark(),
            "forarens",
            PostedFields.with("korkort", "B"));

    assertThat(update).isInstanceOf(DraftUpdate.Stored.class);
    assertThat(counters.find("form-funnel/resan/1")).isEqualTo(before);
    assertThat(funnel.report(run().form()).periods()).isEmpty();
    for (int i = 0; i < 4; i++) {
      counted.discard(counted.find(ref).orElseThrow());
      counted.open(ref.owner(), "resan", Map.of());
    }
    assertThat(funnel.report(run().form()).whole().orElseThrow().pages())
        .extracting(FunnelPage::page)
        .containsExactly("ett", "granska");
  }

  private static CounterStore.Key key(String kind, String page) {
    return new CounterStore.Key("form-funnel/resan/1", "2026-W47", kind, page);
  }
}
