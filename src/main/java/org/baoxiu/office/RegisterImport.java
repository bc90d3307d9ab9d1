package org.baoxiu.office;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.TableFile;
import org.baoxiu.shared.TableTemplate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Fills the register from a list, or by hand line by line. A list adds and changes; what it does not name stays, and an empty cell
 * changes no note and no code of a place. The same list twice changes nothing.
 */
@Service
@Transactional
public class RegisterImport {

    private final RegisterStore store;
    private final ApplicationEventPublisher events;

    RegisterImport(RegisterStore store, ApplicationEventPublisher events) {
        this.store = store;
        this.events = events;
    }

    /** What {@link #apply} would do now. @throws Rejection for a file that is no such list */
    @Transactional(readOnly = true)
    public ImportResult preview(InputStream file) {
        return plan(read(file)).result();
    }

    /** Does all that the list says, but for the lines that are refused. @throws Rejection for a file that is no such list */
    public ImportResult apply(InputStream file) {
        return carryOut(read(file));
    }

    /** One line by hand, by the headings of a list. @throws Rejection if it is refused */
    public void enter(Map<String, String> cells) {
        carryOut(List.of(new Line(1, columns(cells)))).refused().stream()
                .findFirst()
                .ifPresent(refused -> {
                    throw Rejection.invalid(refused.reason());
                });
    }

    /** An empty list with its headings, as a workbook. */
    public void template(OutputStream target) throws IOException {
        Map<String, String> columns = new LinkedHashMap<>();
        for (RegisterColumn column : RegisterColumn.values()) {
            columns.put(column.heading(), column.explanation());
        }
        TableTemplate.write("名册", columns, target);
    }

    /** The headings of a list, in the order of the template. */
    public List<String> headings() {
        return Arrays.stream(RegisterColumn.values())
                .map(RegisterColumn::heading)
                .toList();
    }

    /** @param cells by their headings */
    static Map<RegisterColumn, String> columns(Map<String, String> cells) {
        Map<RegisterColumn, String> known = new EnumMap<>(RegisterColumn.class);
        cells.forEach((heading, cell) -> known.put(column(heading), cell));
        return known;
    }

    private record Line(int row, Map<RegisterColumn, String> cells) {}

    private ImportResult carryOut(List<Line> lines) {
        store.lock();
        RegisterPlan plan = plan(lines);
        store.write(plan);
        if (!plan.newPlaces().isEmpty()) {
            events.publishEvent(new RegisterChanged());
        }
        return plan.result();
    }

    private RegisterPlan plan(List<Line> lines) {
        Map<Integer, RegisterLine> understood = new LinkedHashMap<>();
        Map<Integer, String> refused = new TreeMap<>();
        for (Line line : lines) {
            try {
                understood.put(line.row(), RegisterLine.read(line.cells()));
            } catch (Rejection e) {
                refused.put(line.row(), e.getMessage());
            }
        }
        RegisterPlan plan = store.plan(understood.values());
        refused.forEach(plan::refuse);
        understood.forEach(plan::add);
        return plan;
    }

    private List<Line> read(InputStream file) {
        TableFile.Lines list = TableFile.lines(file, headings());
        if (!list.headings().contains(RegisterColumn.OFFICE.heading())
                || !list.headings().contains(RegisterColumn.FLAT.heading())
                        && !list.headings().contains(RegisterColumn.PUBLIC_PLACE.heading())) {
            throw Rejection.invalid("第一行要有列名，至少要有“管理处”，以及“房号”或“公共部位”。请用模板填写后再导入。");
        }
        return list.all().stream()
                .map(line -> new Line(line.row(), columns(line.cells())))
                .toList();
    }

    private static RegisterColumn column(String heading) {
        return RegisterColumn.headed(heading).orElseThrow();
    }
}
