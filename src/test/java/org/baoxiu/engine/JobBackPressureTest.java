package org.baoxiu.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultJobConfiguration;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.task.TaskExecutor;

class JobBackPressureTest {

    private final AnnotationConfigApplicationContext starter = new AnnotationConfigApplicationContext();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicInteger done = new AtomicInteger();
    private TaskExecutor jobThreads;

    /** One thread and a queue of one, both busy. */
    @BeforeEach
    void full() {
        CamundaBpmProperties settings = new CamundaBpmProperties();
        settings.getJobExecution().setCorePoolSize(1);
        settings.getJobExecution().setMaxPoolSize(1);
        settings.getJobExecution().setQueueCapacity(1);
        starter.registerBean(CamundaBpmProperties.class, () -> settings);
        starter.register(DefaultJobConfiguration.JobConfiguration.class, JobBackPressure.class);
        starter.refresh();
        jobThreads = starter.getBean(TaskExecutor.class);
        jobThreads.execute(this::job);
        jobThreads.execute(this::job);
    }

    @AfterEach
    void end() {
        goOn.countDown();
        starter.close();
    }

    @Test
    @DisplayName("whoever brings jobs waits until one has ended, and none is rejected")
    void waits() {
        CompletableFuture<Void> acquisition = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                jobThreads.execute(this::job);
                acquisition.complete(null);
            } catch (RejectedExecutionException e) {
                acquisition.completeExceptionally(e);
            }
        });
        thread.start();
        await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        goOn.countDown();

        assertThat(acquisition).succeedsWithin(Duration.ofSeconds(5));
        await().until(() -> done.get() == 3);
    }

    @Test
    @DisplayName("jobs that find no place for long are rejected, and the engine offers them again")
    void rejectedAtLast() {
        assertThatThrownBy(() -> jobThreads.execute(this::job)).isInstanceOf(RejectedExecutionException.class);
    }

    private void job() {
        try {
            goOn.await();
            done.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
