package org.baoxiu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import org.baoxiu.testing.Office;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wrong passwords from outside. */
@ProcedureTest
@Tag("found:E4")
class LoginDelaysTest {

  private static final String STRANGER = "203.0.113.7";
  private static final String OFFICE = "198.51.100.1";

  @LocalServerPort
  private int port;
  @Autowired
  private Office office;
  @Autowired
  private IdentityService identity;
  @Autowired
  private LoginDelays delays;
  @Autowired
  private JdbcClient database;

  @BeforeEach
  void morning() {
    office.timeIs("2026-11-23T09:00:00+08:00");
  }

  @AfterEach
  void everybodyTriesAgain() {
    database.sql("delete from login_failure").update();
    ClockUtil.reset();
  }

  @Test
  void whoeverGuessesWaitsAndThePersonLogsInFromElsewhere() throws Exception {
    for (int i = 0; i < 12; i++) {
      assertThat(status("admin", "wrong", STRANGER)).isEqualTo(401);
      office.timePasses(Duration.ofMinutes(6));
    }
    assertThat(status("admin", "wrong", STRANGER)).isEqualTo(401);

    assertThat(status("admin", "baoxiu", OFFICE)).as("from the office at once").isEqualTo(200);
    assertThat(status("admin", "baoxiu", STRANGER)).as("from there later").isEqualTo(401);
    office.timePasses(LoginDelays.LONGEST);
    assertThat(status("admin", "baoxiu", STRANGER)).as("nobody is locked for good").isEqualTo(200);
    assertThat(status("admin", "wrong", STRANGER)).isEqualTo(401);
    office.timePasses(Duration.ofSeconds(3));
    assertThat(status("admin", "baoxiu", STRANGER)).as("the count begins anew").isEqualTo(200);
  }

  @Test
  void theDelayGrows() throws Exception {
    for (int seconds : new int[] {3, 6, 12, 24, 48, 96, 192, 300, 300}) {
      assertThat(status("clerk1", "wrong", STRANGER)).isEqualTo(401);
      office.timePasses(Duration.ofSeconds(seconds).minusMillis(1));
      assertThat(delays.mustWait("clerk1", STRANGER)).as("%s s", seconds).isTrue();
      office.timePasses(Duration.ofMillis(1));
      assertThat(delays.mustWait("clerk1", STRANGER)).as("%s s", seconds).isFalse();
    }
    assertThat(delays.mustWait("clerk2", STRANGER)).isFalse();
  }

  @Test
  void whoeverTriesManyNamesWaitsForAll() throws Exception {
    for (int i = 0; i <= LoginDelays.FREE_OF_AN_ADDRESS; i++) {
      delays.failed("name" + i, STRANGER);
    }
    assertThat(status("clerk1", "baoxiu", STRANGER)).isEqualTo(401);
    assertThat(status("clerk1", "baoxiu", OFFICE)).isEqualTo(200);
  }

  @Test
  void anOfficeThatMistypesEveryDayLogsIn() throws Exception {
    for (int i = 0; i < 3 * LoginDelays.FREE_OF_AN_ADDRESS; i++) {
      delays.failed("name" + i % 40, OFFICE);
      office.timePasses(Duration.ofMinutes(6));
    }

    assertThat(status("clerk1", "wrong", OFFICE)).isEqualTo(401);
    assertThat(status("clerk2", "baoxiu", OFFICE)).isEqualTo(200);
  }

  @Test
  void aClockThatIsSetBackLocksNobodyOut() throws Exception {
    status("clerk1", "wrong", OFFICE);
    status("nobody", "wrong", OFFICE);

    office.timeIs("2026-11-20T09:00:00+08:00");

    assertThat(status("clerk1", "baoxiu", OFFICE)).isEqualTo(200);
    assertThat(status("clerk2", "baoxiu", OFFICE)).isEqualTo(200);
  }

  @Test
  void anAdministratorLetsAPersonTryAtOnce() throws Exception {
    status("clerk1", "wrong", OFFICE);
    assertThat(status("clerk1", "baoxiu", OFFICE)).isEqualTo(401);

    assertThat(HttpOffice.rest(port, "admin").post("/user/clerk1/unlock", "").status()).isEqualTo(204);

    assertThat(status("clerk1", "baoxiu", OFFICE)).isEqualTo(200);
  }

  @Test
  void nobodyIsLockedForGoodFromWithinEither() {
    for (int i = 0; i < 11; i++) {
      assertThat(identity.checkPassword("clerk2", "wrong")).isFalse();
      office.timePasses(LoginDelays.LONGEST);
    }
    assertThat(identity.checkPassword("clerk2", "baoxiu")).isTrue();
  }

  private int status(String login, String password, String address) throws IOException, InterruptedException {
    String credentials = Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
    return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/engine-rest/task/count"))
        .header("Authorization", "Basic " + credentials).header("X-Forwarded-For", address).build(), BodyHandlers.ofString()).statusCode();
  }
}
