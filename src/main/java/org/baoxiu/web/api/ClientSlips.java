package org.baoxiu.web.api;

import java.util.List;
import java.util.Optional;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.Slips;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which client has reported which slip. */
@Component
@Transactional
class ClientSlips {

    private final JdbcClient database;
    private final Slips slips;

    ClientSlips(JdbcClient database, Slips slips) {
        this.database = database;
        this.slips = slips;
    }

    void add(Client client, String slipNumber) {
        database.sql("insert into intake_slip (slip_number, client) values (?, ?)")
                .params(slipNumber, client.id())
                .update();
    }

    /** @throws Problem.Refused if there is none, or none of this client */
    Slip get(Client client, String slipNumber) {
        return find(client, slipNumber).orElseThrow(() -> Problem.NOT_FOUND.refused("没有这张维修单，或者不是本应用报修的。"));
    }

    /** The id of the client, unless somebody else has reported the slip, or the client has no key any more. */
    Optional<String> clientOf(String slipNumber) {
        return database.sql(
                        """
        select client from intake_slip join intake_client on intake_client.id = intake_slip.client
         where slip_number = ? and key_hash is not null""")
                .param(slipNumber)
                .query(String.class)
                .optional();
    }

    /** The numbers of those that the client has reported, in the same order: of no others does it learn. */
    List<String> ofClient(Client client, List<Slip> slips) {
        return slips.stream()
                .map(Slip::number)
                .filter(number -> find(client, number).isPresent())
                .toList();
    }

    Optional<Slip> find(Client client, String slipNumber) {
        return database.sql("select slip_number from intake_slip where slip_number = ? and client = ?")
                .params(slipNumber, client.id())
                .query(String.class)
                .optional()
                .map(slips::get);
    }
}
