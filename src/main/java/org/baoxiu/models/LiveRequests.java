package org.baoxiu.models;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baoxiu.notification.Event;
import org.baoxiu.notification.EveryMinute;
import org.baoxiu.notification.Occasion;
import org.baoxiu.shared.Excerpt;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Texts;
import org.baoxiu.shared.Times;
import org.baoxiu.shared.TypedTime;
import org.baoxiu.shared.TypedTime.Side;
import org.camunda.bpm.engine.AuthorizationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Drafts that go live at a time, or when a second person has approved. Whatever would be otherwise than it was seen when it was asked for
 * does not go live: the draft stays, and the process owners are told.
 */
@Service
public class LiveRequests {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRequests.class);
    private static final Duration LATEST = Duration.ofDays(366);
    private static final int NAMED = 60;
    private static final int WHY = 120;
    private static final String CHANGED = "提出上线以后，正在使用的规则和流程又变了，差别和当时看到的不一样。请看过新的差别，重新提出。";

    private final ModelDrafts drafts;
    private final GoingLive live;
    private final SecondApproval approval;
    private final JdbcClient database;
    private final ApplicationEventPublisher news;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LiveRequests(
            ModelDrafts drafts,
            GoingLive live,
            SecondApproval approval,
            JdbcClient database,
            ApplicationEventPublisher news,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.drafts = drafts;
        this.live = live;
        this.approval = approval;
        this.database = database;
        this.news = news;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** The next to go live first. */
    public List<LiveRequest> all() {
        return database.sql("select * from model_live_request order by coalesce(live_at, asked_at), draft")
                .query((row, line) -> request(row))
                .list();
    }

    public Optional<LiveRequest> of(long draft) {
        return database.sql("select * from model_live_request where draft = ?")
                .param(draft)
                .query((row, line) -> request(row))
                .optional();
    }

    private static LiveRequest request(ResultSet row) throws SQLException {
        return new LiveRequest(
                row.getLong("draft"),
                row.getString("person"),
                LocalTimes.instant(row, "asked_at"),
                row.getString("reason"),
                row.getString("clause"),
                row.getString("differences"),
                row.getTimestamp("live_at") == null ? null : LocalTimes.instant(row, "live_at"),
                row.getString("approved_by"));
    }

    /**
     * @param typedTime empty for as soon as it is approved
     * @param seen      of the {@link JudgedDraft} that the person has decided about
     * @throws Rejection if the gate would refuse it now, or anything else that the person has to see to
     */
    public void ask(
            long draft,
            String person,
            String typedReason,
            String typedClause,
            Confirmed confirmed,
            String seen,
            String typedTime) {
        String reason = GoingLive.reason(typedReason);
        String clause = GoingLive.clause(typedClause);
        Instant at = time(typedTime);
        live.agree(draft, confirmed, seen);
        String differences = live.differences(draft);
        transaction.executeWithoutResult(asking -> {
            if (of(draft).isPresent()) {
                throw Rejection.outOfTurn("这份草稿已经提出上线了。要改时间或原因，请先取消。");
            }
            Instant now = clock.instant();
            database.sql(
                            "insert into model_live_request (draft, person, asked_at, reason, clause, differences, live_at) values (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            draft,
                            person,
                            LocalTimes.local(now),
                            reason,
                            clause,
                            differences,
                            at == null ? null : LocalTimes.local(at))
                    .update();
            if (approval.isAsked()) {
                tell(Event.MODELS_TO_APPROVE, draft, now, reason, at, person);
            }
        });
    }

    private @Nullable Instant time(String typed) {
        String text = Texts.line(typed);
        if (text.isEmpty()) {
            return null;
        }
        Instant now = clock.instant();
        Instant at = TypedTime.moment(text, Side.FUTURE, now)
                .orElseThrow(() -> Rejection.invalid("“什么时候上线”要填日期和时间，按 2026-12-01 08:00 或者“明天上午8点”这样填写；马上上线的不填。"));
        if (!at.isAfter(now)) {
            throw Rejection.invalid("“什么时候上线”填的 " + Times.minute(at) + " 已经过了。请填以后的时间；马上上线的不填。");
        }
        if (at.isAfter(now.plus(LATEST))) {
            throw Rejection.invalid("“什么时候上线”最晚填一年以内的时间。");
        }
        return at;
    }

    /**
     * @param seen as of {@link #ask}
     * @return id of the change, if it is live now
     * @throws Rejection for whoever has asked for it, and as when it goes live
     */
    public Optional<Long> approve(long draft, String person, String seen) {
        return Optional.ofNullable(transaction.execute(approving -> {
            LiveRequest request = of(draft).orElseThrow(() -> Rejection.outOfTurn("这份草稿没有提出上线，或者已经取消了。"));
            if (request.person().equals(person)) {
                throw Rejection.forbidden("提出上线的人不能自己批准。请另一位流程管理员看过差别再批准。");
            }
            if (!live.inForce().equals(seen) || !live.differences(draft).equals(request.differences())) {
                throw Rejection.outOfTurn(CHANGED);
            }
            boolean first = database.sql(
                                    "update model_live_request set approved_by = ?, approved_at = ? where draft = ? and approved_by is null")
                            .params(person, LocalTimes.local(clock.instant()), draft)
                            .update()
                    > 0;
            if (!first) {
                throw Rejection.outOfTurn("这份草稿已经有人批准了。");
            }
            return request.liveAt() == null ? live.planned(of(draft).orElseThrow()) : null;
        }));
    }

    /** The draft stays. */
    public void callOff(long draft) {
        if (!isGone(draft)) {
            throw Rejection.outOfTurn("这份草稿没有提出上线，或者已经取消了。");
        }
    }

    private boolean isGone(long draft) {
        return database.sql("delete from model_live_request where draft = ?")
                        .param(draft)
                        .update()
                > 0;
    }

    @EventListener(EveryMinute.class)
    public void look() {
        database.sql("select * from model_live_request where live_at <= ? order by live_at, draft")
                .param(LocalTimes.local(clock.instant()))
                .query((row, line) -> request(row))
                .list()
                .forEach(this::due);
    }

    private void due(LiveRequest request) {
        try {
            if (approval.isAsked() && request.approvedBy() == null) {
                throw Rejection.outOfTurn("到了时间还没有第二个人批准");
            }
            live.planned(request);
        } catch (Rejection refused) {
            stays(request, String.join("；", Faults.in(refused)));
        } catch (AuthorizationException noRight) {
            stays(request, "提出上线的人现在没有这个权限");
        } catch (RuntimeException e) {
            LOG.warn(
                    "Draft {} is tried again in a minute: {}",
                    request.draft(),
                    NestedExceptionUtils.getMostSpecificCause(e).getClass().getName());
        }
    }

    /** Unless another node was faster. */
    private void stays(LiveRequest request, String why) {
        transaction.executeWithoutResult(telling -> {
            if (isGone(request.draft())) {
                tell(Event.MODELS_NOT_LIVE, request.draft(), request.askedAt(), why, request.liveAt(), "");
            }
        });
    }

    private void tell(Event event, long draft, Instant askedAt, String reason, @Nullable Instant at, String by) {
        news.publishEvent(new ModelNews(
                new Occasion(
                        event,
                        event + "-" + draft + "-" + askedAt.toEpochMilli(),
                        null,
                        Map.of(
                                "files",
                                Excerpt.of(
                                        String.join(
                                                "、",
                                                drafts.one(draft)
                                                        .map(ModelDraft::files)
                                                        .orElse(List.of())),
                                        NAMED),
                                "reason",
                                Excerpt.line(reason, WHY),
                                "time",
                                at == null ? "" : Times.minute(at))),
                by));
    }
}
