package org.baoxiu.office;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baoxiu.shared.PlaceName;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody puts down in the register at a screen: places, and the people of a flat. Nothing is deleted: people end. */
@Service
@Transactional
public class RegisterByHand {

    private static final int LONGEST_NOTE = RegisterColumn.NOTE.longest();
    private static final int LONGEST_CODE = RegisterColumn.CODE.longest();

    private final JdbcClient database;
    private final RegisterStore store;
    private final RegisterImport register;
    private final PlaceRegister places;

    RegisterByHand(JdbcClient database, RegisterStore store, RegisterImport register, PlaceRegister places) {
        this.database = database;
        this.store = store;
        this.register = register;
        this.places = places;
    }

    /** Somebody of a flat, as the register knows them. */
    public record Listed(long id, long place, Resident resident) {}

    /**
     * Puts a place down, with its building and unit.
     *
     * @param cells by the headings of a list
     * @return the place, which may have been there before
     * @throws Rejection if it cannot be meant, or would take another code or note to a place that was there before
     */
    public long enter(Map<String, String> cells) {
        store.lock();
        RegisterLine line = RegisterLine.read(RegisterImport.columns(cells));
        require(line.code() == null && line.note() == null || id(line).isEmpty(), "这一处已经登记，请在它的页面上修改。");
        register.enter(cells);
        return id(line).orElseThrow();
    }

    private Optional<Long> id(RegisterLine line) {
        return database.sql(
                        "select p.id from place p join office o on o.id = p.office_id where o.name = ? and p.place_key = ?")
                .params(line.office(), line.key())
                .query(Long.class)
                .optional();
    }

    /** Short code and note of a place, either of which may be empty; only a public place has a code. */
    public void describe(long placeId, String typedCode, String typedNote) {
        store.lock();
        Place place = place(placeId);
        String code = PlaceName.of(Texts.line(typedCode)).key();
        String note = Texts.line(typedNote);
        require(code.length() <= LONGEST_CODE, "“短码”最多 " + LONGEST_CODE + " 个字。");
        require(note.length() <= LONGEST_NOTE, "“备注”最多 " + LONGEST_NOTE + " 个字。");
        require(code.isEmpty() || place.kind() == PlaceKind.PUBLIC, "“短码”只用于公共部位，请删去。");
        require(
                code.isEmpty()
                        || database.sql("select count(*) from place p join office o on o.id = p.office_id"
                                                + " where o.name = ? and p.code = ? and p.id <> ?")
                                        .params(place.office(), code, placeId)
                                        .query(Integer.class)
                                        .single()
                                == 0,
                "短码“" + code + "”已经是另一个公共部位的，请换一个。");
        database.sql("update place set code = ?, note = ? where id = ?")
                .params(code.isEmpty() ? null : code, note.isEmpty() ? null : note, placeId)
                .update();
    }

    /** All people of a flat, also of former times, owners first. */
    public List<Listed> people(long placeId) {
        return places.listed("place_id", placeId);
    }

    public Optional<Listed> person(long id) {
        return places.listed("id", id).stream().findFirst();
    }

    /** @param cells what is said of the person, by the headings of a list */
    public void add(long placeId, Map<String, String> cells) {
        store.lock();
        Map<String, String> line = line(placeId, cells);
        Resident typed = resident(line);
        require(
                people(placeId).stream().noneMatch(one -> same(one, typed)),
                "这一户的名册里已经有" + typed.kind().label() + "“" + typed.name() + "”，请修改那一位。");
        register.enter(line);
    }

    /** Likewise, of somebody who is there: whatever is empty now is unknown from now on. */
    public void change(long id, Map<String, String> cells) {
        store.lock();
        Listed known = known(id);
        Map<String, String> line = line(known.place(), cells);
        Resident typed = resident(line);
        require(
                people(known.place()).stream().noneMatch(one -> one.id() != id && same(one, typed)),
                "这一户的名册里已经有" + typed.kind().label() + "“" + typed.name() + "”，请修改那一位。");
        database.sql("update resident set kind = ?, name = ? where id = ?")
                .params(typed.kind().name(), typed.name(), id)
                .update();
        register.enter(line);
    }

    /** @param until the last day on which the person is one of the flat's */
    public void end(long id, LocalDate until) {
        store.lock();
        Resident known = known(id).resident();
        Resident ended =
                new Resident(known.kind(), known.name(), known.telephones(), known.since(), until, known.note());
        database.sql("update resident set until = ? where id = ?")
                .params(ended.until(), id)
                .update();
    }

    private Listed known(long id) {
        return person(id).orElseThrow(() -> Rejection.invalid("名册里没有这个人了，请返回重新查找。"));
    }

    private static boolean same(Listed one, Resident typed) {
        return one.resident().kind() == typed.kind() && one.resident().name().equals(typed.name());
    }

    private static Resident resident(Map<String, String> line) {
        Resident resident = RegisterLine.read(RegisterImport.columns(line)).resident();
        if (resident == null) {
            throw Rejection.invalid("请填写“姓名”。");
        }
        return resident;
    }

    private Map<String, String> line(long placeId, Map<String, String> cells) {
        Place flat = place(placeId);
        require(flat.kind() == PlaceKind.FLAT, "公共部位没有业主和住户。");
        Map<String, String> line = new HashMap<>(cells);
        line.put(RegisterColumn.OFFICE.heading(), flat.office());
        line.put(RegisterColumn.BUILDING.heading(), flat.building());
        line.put(RegisterColumn.UNIT.heading(), flat.unit() == null ? "" : flat.unit());
        line.put(RegisterColumn.FLAT.heading(), flat.name());
        return line;
    }

    private Place place(long id) {
        return places.place(id).orElseThrow(() -> Rejection.invalid("名册里没有这一处了，请返回重新查找。"));
    }

    private static void require(boolean satisfied, String otherwise) {
        if (!satisfied) {
            throw Rejection.invalid(otherwise);
        }
    }
}
