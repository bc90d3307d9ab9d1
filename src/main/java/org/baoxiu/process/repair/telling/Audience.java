package org.baoxiu.process.repair.telling;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.people.OnDuty;
import org.baoxiu.shared.Groups;
import org.baoxiu.shared.Rejection;
import org.baoxiu.slip.Slip;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who the roles of the table of recipients are at this moment. All messages to people of the office get their readers here,
 * so whoever is not to be told, such as somebody who is away, is left out here and nowhere else.
 */
@Component
class Audience {

    /** Whoever has the slip in hand; the supervisors where nobody has, or whoever has is away. */
    static final String TECHNICIAN = "technician";
    /** Of the maintenance team whoever may do the item, all of it where nobody may; with the chat of the team. */
    static final String TEAM = "team";
    /** Whoever has the slip on the desk now: a clerk, the team, the technician. */
    static final String HOLDER = "holder";
    /** Before a login name: that person has something to do; whoever stands in learns of it while the person is away. */
    static final String LOGIN = "login:";
    /** Before a login name: that person learns what others do; nobody needs it in the place of somebody who is away. */
    static final String INFORMED = "info:";

    private static final String PERSON = "person";

    /**
     * @param role  what the people are told as; it chooses the text
     * @param group whose chat is told besides, if it has one
     * @param away  in whose place they are told: somebody who is away; empty for nobody
     */
    record People(String role, Optional<String> group, List<String> logins, Optional<String> away) {

        People(String role, Optional<String> group, List<String> logins) {
            this(role, group, logins, Optional.empty());
        }

        People without(Predicate<String> login) {
            return new People(
                    role, group, logins.stream().filter(login.negate()).toList(), away);
        }
    }

    private final OnDuty onDuty;
    private final Dispatch dispatch;

    Audience(OnDuty onDuty, Dispatch dispatch) {
        this.onDuty = onDuty;
        this.dispatch = dispatch;
    }

    /** @param slipOrNull null for an event that is about no single slip; then every role is a group or a person */
    People of(String role, @Nullable Slip slipOrNull) {
        if (role.startsWith(LOGIN)) {
            return person(role.substring(LOGIN.length()), slipOrNull);
        }
        if (role.startsWith(INFORMED)) {
            return new People(PERSON, Optional.empty(), List.of(role.substring(INFORMED.length())))
                    .without(onDuty::isAway);
        }
        return switch (role) {
            case TECHNICIAN -> technician(about(slipOrNull, role));
            case TEAM -> new People(TEAM, Optional.of(Groups.MAINTENANCE), team(about(slipOrNull, role)));
            case HOLDER -> holder(about(slipOrNull, role));
            default -> group(role, slipOrNull);
        };
    }

    private static Slip about(@Nullable Slip slipOrNull, String role) {
        if (slipOrNull == null) {
            throw Rejection.invalid("收件人规则给不属于维修单的事项写了“" + role + "”，没有人可以告知。请联系流程管理人员检查收件人表。");
        }
        return slipOrNull;
    }

    private People technician(Slip slip) {
        return Optional.ofNullable(slip.technician())
                .filter(onDuty::reaches)
                .map(technician -> new People(TECHNICIAN, Optional.empty(), List.of(technician)))
                .orElseGet(() -> group(Groups.ENGINEERING_SUPERVISOR, slip));
    }

    private People person(String login, @Nullable Slip slipOrNull) {
        if (!onDuty.isAway(login)) {
            return new People(PERSON, Optional.empty(), List.of(login));
        }
        People heads = group(onDuty.standIn(login), slipOrNull);
        return new People(heads.role(), heads.group(), heads.logins(), Optional.of(login));
    }

    private People group(String id, @Nullable Slip slipOrNull) {
        return new People(
                id,
                Optional.of(id),
                onDuty.toTell(
                        id, slipOrNull == null ? null : slipOrNull.report().office()));
    }

    private List<String> team(Slip slip) {
        List<String> qualified = slip.item() == null ? List.of() : dispatch.qualified(slip.number());
        String office = slip.report().office();
        return qualified.isEmpty()
                ? onDuty.toTell(Groups.MAINTENANCE, office)
                : onDuty.among(qualified, Groups.MAINTENANCE, office);
    }

    private People holder(Slip slip) {
        return of(
                switch (slip.state()) {
                    case RECEIVED, REGISTERED -> Groups.CUSTOMER_SERVICE;
                    case NOTIFIED -> TEAM;
                    case PICKED_UP, ON_SITE, QUOTED, CONSENTED, WORKING, SUPPORT_REQUESTED, DEFERRED, FINISHED ->
                        TECHNICIAN;
                    case CONFIRMED ->
                        slip.acceptance().resultReportedAt() == null && !slip.publicArea()
                                ? TECHNICIAN
                                : Groups.CUSTOMER_SERVICE;
                    case REFUSED, FOLLOWED_UP, CLOSED -> Groups.CUSTOMER_SERVICE;
                    case CANCELLED, MISTAKEN, JOINED ->
                        slip.technician() != null
                                ? TECHNICIAN
                                : slip.visit().notifiedAt() != null ? TEAM : Groups.CUSTOMER_SERVICE;
                },
                slip);
    }
}
