package org.baoxiu.nodes;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.baoxiu.testing.Answers.arrived;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.pickedUp;
import static org.baoxiu.testing.Answers.registered;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.baoxiu.process.repair.RepairRequestProcess;
import org.baoxiu.process.repair.RepairRequestProcess.Elements;
import org.baoxiu.web.Phone;
import org.baoxiu.web.Phone.Answer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two nodes behind a proxy that sends each request to the next of them. */
@DisplayName("多个节点：登录一次，哪个节点都认")
@Tag("found:E10")
@Tag("nodes")
class OneLoginTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void peopleWorkOnBothNodesInTurnsAndOnTheOtherWhenOneIsKilled() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            String database = server.getJdbcUrl("postgres", "postgres");
            Node first = Node.launch("login1", database);
            Node second = Node.launch("login2", database);
            try (RoundRobin proxy = new RoundRobin(List.of(first.ready(), second.ready()))) {
                Phone clerk = Phone.of(proxy.port(), "clerk1");
                Phone technician = Phone.of(proxy.port(), "tech1");
                // the answer tells the token that a change needs
                clerk.asks("/task/count");
                technician.asks("/task/count");

                done(clerk.does(
                        "/process-definition/key/" + RepairRequestProcess.KEY + "/submit-form", form(leakingTap())));
                completes(clerk, Elements.REGISTER_REQUEST, registered("PL-01"));
                String pickUp = task(technician, Elements.PICK_UP_SLIP);
                done(technician.does("/task/" + pickUp + "/claim", "{\"userId\": \"tech1\"}"));
                Node claimedOn = last(proxy);
                done(technician.does("/task/" + pickUp + "/submit-form", form(pickedUp())));
                assertThat(last(proxy)).as("completed where it was not claimed").isNotEqualTo(claimedOn);
                for (Phone person : List.of(clerk, technician)) {
                    for (int node = 0; node < 2; node++) {
                        assertThat(person.opens("/tasks").status()).isEqualTo(200);
                        assertThat(person.opens("/camunda/app/tasklist/default/")
                                        .status())
                                .isEqualTo(200);
                        assertThat(person.asks("/task/count").status()).isEqualTo(200);
                    }
                }
                List<Node> asked = proxy.asked();
                for (int i = 0; i < asked.size(); i++) {
                    assertThat(asked.get(i)).as("request %s", i).isEqualTo(i % 2 == 0 ? first : second);
                }

                first.kill();

                completes(technician, Elements.VISIT_SITE, arrived());
                assertThat(clerk.opens("/tasks").status()).isEqualTo(200);
                assertThat(clerk.opens("/board").status()).isEqualTo(200);
                assertThat(proxy.asked().subList(asked.size(), proxy.asked().size()))
                        .containsOnly(second);
                assertThat(second.runs()).isTrue();

                assertThat(clerk.sends("/logout", "", Phone.FROM_HERE).status()).isEqualTo(302);
                assertThat(clerk.opens("/board").header("Location")).contains("/login");
            } finally {
                first.kill();
                second.kill();
            }
        }
    }

    private static Node last(RoundRobin proxy) {
        List<Node> asked = proxy.asked();
        return asked.get(asked.size() - 1);
    }

    private static void completes(Phone person, String element, Map<String, Object> answers) throws IOException {
        done(person.does("/task/" + task(person, element) + "/submit-form", form(answers)));
    }

    /** Once the message has reached those who are to do it. */
    private static String task(Phone person, String element) {
        return await(element)
                .atMost(PATIENCE)
                .until(
                        () -> JSON.readTree(person.asks("/task?taskDefinitionKey=" + element)
                                .body()),
                        tasks -> tasks.size() == 1)
                .get(0)
                .get("id")
                .asText();
    }

    private static void done(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isIn(200, 204);
    }

    private static String form(Map<String, Object> answers) throws IOException {
        return JSON.writeValueAsString(Map.of(
                "variables",
                answers.entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, field -> Map.of("value", field.getValue())))));
    }
}
