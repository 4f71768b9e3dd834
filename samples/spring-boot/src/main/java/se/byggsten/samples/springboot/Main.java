package se.byggsten.samples.springboot;

import org.springframework.boot.SpringApplication;

/** Runs the service. */
public final class Main {
  private Main() {}

  /**
   * Starts the service.
   *
   * @param arguments such as {@code --service.address=http://127.0.0.1:8080}
   */
  public static void main(String[] arguments) {
    SpringApplication.run(SpringLogin.class, arguments);
  }
}
