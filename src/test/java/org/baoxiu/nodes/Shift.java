package org.baoxiu.nodes;

import static java.util.stream.Collectors.toMap;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.ACCEPT_REPAIR;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.CALL_BACK_OWNER;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.CARRY_OUT_REPAIR;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.OBTAIN_CONSENT;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.PICK_UP_SLIP;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.QUOTE_REPAIR;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.REGISTER_REQUEST;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.REPORT_RESULT;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.REVIEW_FEE;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.VISIT_SITE;
import static org.baoxiu.testing.Answers.with;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.baoxiu.people.HttpOffice;
import org.baoxiu.people.HttpOffice.Answer;
import org.baoxiu.testing.Answers;
import org.baoxiu.web.PageClient;

/**
 * People and a client's app at work on whichever nodes there are, while something breaks. What they were told is done stands here and
 * nowhere else; the app sends again what nobody has answered, people do not.
 */
final class Shift implements AutoCloseable {

    private record Step(String person, Map<String, Object> form) {}

    /** The straight way of a small repair: each of these is done once in a case. */
    static final Map<String, Step> STEPS = steps();

    private static final Pattern KEY = Pattern.compile("bxk_[A-Za-z0-9_-]{43}");
    private static final Pattern CHINESE = Pattern.compile("[\\u4e00-\\u9fff]");
    private static final Duration REGISTRATION = Duration.ofMinutes(3);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Supplier<List<Integer>> ports;
    private final String street;
    private final String key;
    private final ExecutorService people;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Map<String, HttpOffice> logins = new ConcurrentHashMap<>();
    private final HttpClient app = HttpClient.newHttpClient();
    private final AtomicInteger places = new AtomicInteger();

    private final Queue<String> openedCases = new ConcurrentLinkedQueue<>();
    private final Queue<String> openedPlaces = new ConcurrentLinkedQueue<>();
    private final Queue<String> doneTasks = new ConcurrentLinkedQueue<>();
    private final Queue<String> unclear = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private volatile boolean pausing;

    /** @param ports of the nodes that are there at this moment; at least one to begin with */
    Shift(String street, int people, Supplier<List<Integer>> ports, Random moments) throws Exception {
        this.street = street;
        this.ports = ports;
        this.key = key(ports.get().get(0));
        this.people = Executors.newFixedThreadPool(people);
        for (int i = 0; i < people; i++) {
            Random choice = new Random(moments.nextLong());
            this.people.submit(() -> work(choice));
        }
    }

    private static Map<String, Step> steps() {
        Map<String, Step> steps = new LinkedHashMap<>();
        steps.put(REGISTER_REQUEST, new Step("clerk1", Answers.registered("PL-01")));
        steps.put(PICK_UP_SLIP, new Step("tech1", Answers.pickedUp()));
        steps.put(VISIT_SITE, new Step("tech1", Answers.arrived()));
        steps.put(QUOTE_REPAIR, new Step("tech1", Answers.quoted()));
        steps.put(OBTAIN_CONSENT, new Step("tech1", Answers.agreed()));
        steps.put(CARRY_OUT_REPAIR, new Step("tech1", Answers.done()));
        steps.put(ACCEPT_REPAIR, new Step("tech1", Answers.accepted()));
        steps.put(REPORT_RESULT, new Step("tech1", Answers.reported()));
        steps.put(REVIEW_FEE, new Step("clerk1", Answers.feeApproved()));
        steps.put(CALL_BACK_OWNER, new Step("clerk2", Answers.satisfied()));
        return steps;
    }

    private static String key(int port) throws Exception {
        String id = "faults" + UUID.randomUUID().toString().substring(0, 8);
        String page = new PageClient(port)
                .post(
                        "/clients",
                        "admin",
                        "id=" + id + "&name=app&offices=%E4%B8%80%E5%8F%B7%E7%AE%A1%E7%90%86%E5%A4%84",
                        "Sec-Fetch-Site",
                        "same-origin")
                .body();
        Matcher key = KEY.matcher(page);
        if (!key.find()) {
            throw new IllegalStateException(page);
        }
        return key.group();
    }

    private void work(Random choice) {
        List<String> mine = new ArrayList<>();
        Map<String, String> unsure = new LinkedHashMap<>();
        while (!rests(0)) {
            List<Integer> there = ports.get();
            if (there.isEmpty() || pausing) {
                rests(100);
                continue;
            }
            int port = there.get(choice.nextInt(there.size()));
            try {
                if (!unsure.isEmpty()) {
                    String again = unsure.keySet().iterator().next();
                    if (sends(port, again, unsure.get(again))) {
                        unsure.remove(again);
                    }
                } else if (mine.size() < 3 || choice.nextInt(8) == 0) {
                    reports(port, choice, mine, unsure);
                } else if (!doesNext(port, mine.get(choice.nextInt(mine.size())), mine)) {
                    rests(20);
                }
            } catch (UncheckedIOException | IOException nobodyAnswered) {
                unanswered.incrementAndGet();
                rests(50);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                unclear.add(e.toString());
            }
        }
    }

    /** Whoever has something in hand finishes it: two cores are few for people at work and a node that starts. */
    void pause(boolean pausing) {
        this.pausing = pausing;
    }

    /** @return whether the shift is over */
    private boolean rests(long millis) {
        try {
            return over.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private void reports(int port, Random choice, List<String> mine, Map<String, String> unsure)
            throws IOException, InterruptedException {
        int number = places.incrementAndGet();
        String place = street + number + "号";
        String telephone = "139%08d".formatted(number);
        if (choice.nextInt(3) == 0) {
            unsure.put(
                    place,
                    JSON.writeValueAsString(Map.of(
                            "office", "一号管理处", "place", place, "fault", "厨房水龙头漏水", "name", "张三", "phone", telephone)));
            if (sends(port, place, unsure.get(place))) {
                unsure.remove(place);
            }
            return;
        }
        // every other one is late already, so that timers fire while something breaks
        Instant received = choice.nextBoolean() ? Instant.now() : Instant.now().minus(REGISTRATION);
        Answer answer = as(port, "clerk1")
                .post(
                        "/process-definition/key/repairRequest/submit-form",
                        form(with(
                                Answers.leakingTap(),
                                "place",
                                place,
                                "reporterPhone",
                                telephone,
                                "receivedAt",
                                received.truncatedTo(ChronoUnit.MILLIS).toString())));
        if (answer.status() == 200) {
            openedCases.add(answer.body().path("id").asText());
            mine.add(answer.body().path("id").asText());
        } else {
            notDone(answer.status(), answer.message());
        }
    }

    /** The app: the place is its key too. @return whether there was an answer that it may rely on */
    private boolean sends(int port, String place, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = app.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/repairs"))
                        .header("Authorization", "Bearer " + key)
                        .header(
                                "Idempotency-Key",
                                UUID.nameUUIDFromBytes(place.getBytes()).toString())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() < 300) {
            openedPlaces.add(place);
            return true;
        }
        notDone(answer.statusCode(), answer.body());
        return false;
    }

    private boolean doesNext(int port, String instance, List<String> mine) {
        for (JsonNode task :
                as(port, "admin").get("/task?processInstanceId=" + instance).body()) {
            String id = task.path("id").asText();
            Step step = STEPS.get(task.path("taskDefinitionKey").asText());
            if (step != null) {
                if (task.path("assignee").isNull()) {
                    as(port, step.person()).post("/task/" + id + "/claim", "{\"userId\": \"" + step.person() + "\"}");
                }
                Answer answer = as(port, step.person()).post("/task/" + id + "/submit-form", form(step.form()));
                if (answer.status() == 204) {
                    doneTasks.add(id);
                    if (task.path("taskDefinitionKey").asText().equals(CALL_BACK_OWNER)) {
                        mine.remove(instance);
                    }
                } else {
                    notDone(answer.status(), answer.message());
                }
                return true;
            }
        }
        return false;
    }

    /** Whatever is refused is refused in Chinese, and a page or a program is told what it is. */
    private void notDone(int status, String words) {
        refused.incrementAndGet();
        if (!CHINESE.matcher(words).find()) {
            unclear.add(status + " " + words);
        }
    }

    private HttpOffice as(int port, String person) {
        return logins.computeIfAbsent(port + person, login -> HttpOffice.rest(port, person));
    }

    static String form(Map<String, Object> answers) {
        try {
            return JSON.writeValueAsString(Map.of(
                    "variables",
                    answers.entrySet().stream()
                            .collect(toMap(Map.Entry::getKey, field -> Map.of("value", field.getValue())))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ids of the cases that a clerk was told are open. */
    List<String> openedCases() {
        return List.copyOf(openedCases);
    }

    /** Places of which the app was told that a slip is open. */
    List<String> openedPlaces() {
        return List.copyOf(openedPlaces);
    }

    /** Ids of the tasks that people were told are done. */
    List<String> doneTasks() {
        return List.copyOf(doneTasks);
    }

    /** Answers that nobody in the office understands. */
    List<String> unclear() {
        return List.copyOf(unclear);
    }

    int acknowledged() {
        return openedCases.size() + openedPlaces.size() + doneTasks.size();
    }

    int refused() {
        return refused.get();
    }

    String street() {
        return street;
    }

    /** Everybody finishes what is in hand. */
    @Override
    public void close() throws InterruptedException {
        over.countDown();
        people.shutdown();
        if (!people.awaitTermination(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException("somebody still waits for an answer");
        }
    }

    @Override
    public String toString() {
        return "%d slips opened by clerks, %d by the app, %d steps done; %d refused, %d not answered"
                .formatted(openedCases.size(), openedPlaces.size(), doneTasks.size(), refused.get(), unanswered.get());
    }
}
