package org.baoxiu.process.repair;

import static org.baoxiu.testing.Answers.fields;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.baoxiu.dispatch.Contractor;

/** What people fill in about outside contractors. */
public final class ContractorAnswers {

    private ContractorAnswers() {}

    public static Map<String, Object> registered(String name, String trade, String expiresOn) {
        return fields(
                "contractorName",
                name,
                "contractorPhone",
                "0755-00000119",
                "contractorTrade",
                trade,
                "licenceNumber",
                "证-" + name,
                "licenceExpiresOn",
                expiresOn);
    }

    public static Map<String, Object> given(Contractor contractor, Instant calledAt, Instant agreedAt) {
        return fields(
                "orderWay",
                "give",
                "contractorId",
                Long.toString(contractor.id()),
                "contractorCalledAt",
                calledAt.toString(),
                "contractorAgreedAt",
                agreedAt.toString(),
                "contractorOrderNumber",
                "Q-17");
    }

    public static Map<String, Object> notGiven() {
        return fields("orderWay", "nothing", "contractorReason", "业主自己叫了");
    }

    public static Map<String, Object> came(Instant at) {
        return fields("contractorArrival", "arrived", "contractorArrivedAt", at.toString());
    }

    public static Map<String, Object> done() {
        return fields("contractorResult", "done", "contractorWorkDone", "更换阀门并查漏");
    }

    /** Another time, before the arrival or after the work. */
    public static Map<String, Object> anotherTime(String field, Instant agreedAt) {
        return fields(field, "newTime", "contractorAgreedAt", agreedAt.toString(), "contractorReason", "路上堵车");
    }

    public static Map<String, Object> handedBack(String field) {
        return fields(field, "handedBack", "contractorReason", "没有配件");
    }

    public static Contractor of(List<Contractor> contractors, String name) {
        return contractors.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
