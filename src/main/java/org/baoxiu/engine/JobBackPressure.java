package org.baoxiu.engine;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Lets the acquisition of jobs wait while the queue of the job threads is full. By itself it would keep what was rejected and
 * ask the database for one or two more with every job that ends, at a tenth of the cost of the jobs themselves.
 */
@Component
@ConditionalOnProperty(name = "baoxiu.job-back-pressure", matchIfMissing = true)
class JobBackPressure {

    /** After so long the jobs count as rejected, and the engine offers them again. */
    private static final long LONGEST_MILLIS = 1000;

    /** @param jobThreads declared as any executor by the starter; none where no jobs are executed */
    JobBackPressure(@Qualifier("camundaTaskExecutor") ObjectProvider<TaskExecutor> jobThreads) {
        jobThreads.ifAvailable(threads -> ((ThreadPoolTaskExecutor) threads)
                .getThreadPoolExecutor()
                .setRejectedExecutionHandler(JobBackPressure::await));
    }

    private static void await(Runnable jobs, ThreadPoolExecutor threads) {
        try {
            if (!threads.isShutdown() && threads.getQueue().offer(jobs, LONGEST_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new RejectedExecutionException("no job thread is free");
    }
}
