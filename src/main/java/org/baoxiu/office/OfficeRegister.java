package org.baoxiu.office;

import java.util.List;
import java.util.Optional;
import org.baoxiu.shared.Offices;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Telephones;
import org.baoxiu.shared.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The offices, in the order in which they came in. None is ever removed: its slips name it. */
@Component
@Transactional
public class OfficeRegister implements Offices {

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_ADDRESS = 200;

    private final JdbcClient database;
    private final ApplicationEventPublisher events;

    OfficeRegister(JdbcClient database, ApplicationEventPublisher events) {
        this.database = database;
        this.events = events;
    }

    public List<Office> all() {
        return database.sql("select id, name, telephone, address, emergency_line from office order by id")
                .query(Office.class)
                .list();
    }

    @Override
    public List<String> names() {
        return all().stream().map(Office::name).toList();
    }

    public Optional<Office> find(String name) {
        return all().stream().filter(office -> office.name().equals(name)).findFirst();
    }

    /** @throws Rejection without a name, with one that another office has, and with a telephone that cannot be dialled */
    public Office add(Office typed) {
        Office office = checked(typed);
        require(find(office.name()).isEmpty(), "已经有“" + office.name() + "”这个管理处，请换一个名称。");
        return insert(office);
    }

    /** Telephone, address and emergency line of an office; its name stays, its slips have it. */
    public void change(Office typed) {
        Office office = checked(typed);
        require(find(office.name()).isPresent(), "没有“" + office.name() + "”这个管理处，请先登记。");
        update(office);
    }

    /** An office as the settings have it: what the register does not know yet; what is there stays. */
    void complete(Office setting) {
        Optional<Office> known = find(setting.name());
        if (known.isEmpty()) {
            insert(setting);
        } else if (!known.get().completedBy(setting).equals(known.get())) {
            update(known.get().completedBy(setting));
        }
    }

    private static Office checked(Office typed) {
        String name = text("管理处名称", typed.name(), LONGEST_NAME);
        if (name == null) {
            throw Rejection.invalid("请填写管理处名称。");
        }
        return new Office(
                null,
                name,
                telephone("客服电话", typed.telephone()),
                text("地址", typed.address(), LONGEST_ADDRESS),
                telephone("24 小时电话", typed.emergencyLine()));
    }

    private static @Nullable String text(String label, @Nullable String typedOrNull, int longest) {
        String text = typedOrNull == null ? "" : Texts.line(typedOrNull);
        require(text.length() <= longest, "“" + label + "”最多 " + longest + " 个字，请缩短。");
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String telephone(String label, @Nullable String typedOrNull) {
        return typedOrNull == null || Texts.isBlank(typedOrNull) ? null : Telephones.checked(label, typedOrNull);
    }

    private Office insert(Office office) {
        database.sql("insert into office (name, telephone, address, emergency_line) values (?, ?, ?, ?)")
                .params(office.name(), office.telephone(), office.address(), office.emergencyLine())
                .update();
        events.publishEvent(new OfficesChanged());
        return find(office.name()).orElseThrow();
    }

    private void update(Office office) {
        database.sql("update office set telephone = ?, address = ?, emergency_line = ? where name = ?")
                .params(office.telephone(), office.address(), office.emergencyLine(), office.name())
                .update();
        events.publishEvent(new OfficesChanged());
    }

    private static void require(boolean satisfied, String otherwise) {
        if (!satisfied) {
            throw Rejection.invalid(otherwise);
        }
    }
}
