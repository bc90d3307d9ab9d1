package org.baoxiu.slip;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.baoxiu.shared.PlaceName;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/** Gives the slips of former releases the normal form of their place. What it belongs to in the register is found once that is filled. */
@Component
class V37_1__PlaceKeys extends BaseJavaMigration {

    private static final int AT_ONCE = 1_000;

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (Statement all = connection.createStatement();
                PreparedStatement update =
                        connection.prepareStatement("update slip set place_key = ?, building = ? where number = ?")) {
            all.setFetchSize(AT_ONCE);
            try (ResultSet slips = all.executeQuery("select number, office, place from slip")) {
                int waiting = 0;
                while (slips.next()) {
                    PlaceName name = PlaceName.of(slips.getString("office"), slips.getString("place"));
                    update.setString(1, name.key());
                    update.setString(2, name.building().isEmpty() ? null : name.building());
                    update.setString(3, slips.getString("number"));
                    update.addBatch();
                    if (++waiting % AT_ONCE == 0) {
                        update.executeBatch();
                    }
                }
            }
            update.executeBatch();
        }
    }
}
