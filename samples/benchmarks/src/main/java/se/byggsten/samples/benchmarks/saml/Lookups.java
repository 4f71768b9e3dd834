package se.byggsten.samples.benchmarks.saml;

import se.byggsten.saml.metadata.IdentityProviders;

/** Looks identity providers up, and tells how fast and what the slowest was. */
final class Lookups {
  private static final int STEP = 7919;

  private final IdentityProviders providers;
  private final String[] names;
  private int next;
  private long done;
  private long nanoseconds;
  private long slowest;

  private Lookups(IdentityProviders providers, String[] names) {
    this.providers = providers;
    this.names = names;
  }

  static Lookups of(IdentityProviders providers, int entities) {
    String[] names = new String[entities];
    for (int i = 0; i < entities; i++) {
      names[i] = LargeFederation.entityId(i);
    }
    return new Lookups(providers, names);
  }

  void run(int times) {
    for (int i = 0; i < times; i++) {
      next = (next + STEP) % names.length;
      long start = System.nanoTime();
      if (providers.find(names[next]).isEmpty()) {
        throw new IllegalStateException("An identity provider went missing");
      }
      long took = System.nanoTime() - start;
      nanoseconds += took;
      slowest = Math.max(slowest, took);
    }
    done += times;
  }

  double perSecond() {
    return done / (nanoseconds / 1e9);
  }

  double slowest() {
    return slowest / 1e9;
  }
}
