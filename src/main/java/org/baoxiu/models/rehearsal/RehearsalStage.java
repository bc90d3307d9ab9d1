package org.baoxiu.models.rehearsal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.baoxiu.engine.Arrival;
import org.baoxiu.engine.ModelDoor;
import org.baoxiu.shared.Rejection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a process that rehearses does once it has started: it reads orders from its input, lets the set in by the same gate as everywhere, and
 * says how the cases go. It is the only one that works here.
 */
@Component
@Profile("rehearsal")
public class RehearsalStage {

    private static final Logger LOG = LoggerFactory.getLogger(RehearsalStage.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SOURCE = "baoxiu-rehearsal";

    private final ModelDoor door;
    private final CasePlayer player;
    private final StaffedGroups groups;
    private final TransactionTemplate transaction;
    private final BlockingQueue<String> orders = new LinkedBlockingQueue<>();
    private final PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    RehearsalStage(ModelDoor door, CasePlayer player, StaffedGroups groups, PlatformTransactionManager transactions) {
        this.door = door;
        this.player = player;
        this.groups = groups;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Until the input ends, which is when whoever has started the process does not need it any more or is dead. */
    public void play() {
        Thread listening = new Thread(this::listen, "orders");
        listening.setDaemon(true);
        listening.start();
        try {
            groups.contractors();
            say(Reply.finished());
            while (true) {
                follow(JSON.readValue(orders.take(), Order.class));
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            LOG.error("The rehearsal cannot go on", e);
            Runtime.getRuntime().halt(1);
        }
    }

    private void listen() {
        try (BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                orders.add(line);
            }
        } catch (IOException closed) {
            // as when it ends
        }
        Runtime.getRuntime().halt(0);
    }

    private void follow(Order order) throws IOException {
        groups.like(order.groups(), player.technician(), player.standIn());
        try {
            if (order.cases().isEmpty()) {
                transaction.executeWithoutResult(trial -> {
                    trial.setRollbackOnly();
                    deploy(order.deployments());
                });
            } else {
                deploy(order.deployments());
            }
        } catch (Rejection refused) {
            say(Reply.refused(refused.getMessage()));
            return;
        }
        for (String name : order.cases()) {
            say(Reply.over(player.play(name)));
        }
        say(Reply.finished());
    }

    /** Figures that jump were looked at where somebody lets them in. */
    private void deploy(List<Map<String, byte[]>> deployments) {
        door.deploy(deployments.stream()
                .map(files -> new Arrival("演练", SOURCE, files, true, true))
                .toList());
    }

    private void say(Reply reply) throws IOException {
        answers.println(Reply.MARK + JSON.writeValueAsString(reply));
    }
}
