package org.baoxiu.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.baoxiu.slip.Area;
import org.baoxiu.slip.Channel;
import org.baoxiu.slip.DomainSlice.DomainTest;
import org.baoxiu.slip.Report;
import org.baoxiu.slip.SlipStory;
import org.baoxiu.slip.Slips;
import org.baoxiu.slip.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestContextManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DomainTest
@Label("维修单上的任意两个字都查得到")
class SlipSearchPropertiesTest {

    @Autowired
    private Slips slips;

    @Autowired
    private SlipSearch search;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private TestClock clock;

    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeProperty
    void prepare() throws Exception {
        new TestContextManager(getClass()).prepareTestInstance(this);
    }

    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void anyTwoCharacters(
            @ForAll("names") String name,
            @ForAll("telephones") String telephone,
            @ForAll("words") String place,
            @ForAll("words") String fault) {
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            database.update("delete from slip_text");
            String number = slips.open(
                            new Report(
                                    "一号管理处",
                                    Channel.PHONE,
                                    Area.INSIDE,
                                    name,
                                    telephone,
                                    place,
                                    fault,
                                    clock.instant()),
                            SlipStory.CLERK)
                    .number();
            for (String two : Stream.of(name, telephone, place, fault, number)
                    .flatMap(SlipSearchPropertiesTest::pairs)
                    .distinct()
                    .toList()) {
                assertThat(search.find(two, true).hits())
                        .as(two)
                        .extracting(Hit::number)
                        .containsExactly(number);
            }
        });
    }

    /** Signs alone are no question. */
    private static Stream<String> pairs(String text) {
        List<String> characters =
                text.codePoints().mapToObj(Character::toString).toList();
        return Stream.iterate(0, at -> at + 1 < characters.size(), at -> at + 1)
                .map(at -> characters.get(at) + characters.get(at + 1))
                .filter(two -> !Spelling.of(two).isEmpty());
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars("张王李欧阳买提·吐尔逊𠮷㐂Ann ")
                .ofMinLength(1)
                .ofMaxLength(8)
                .filter(name -> !Spelling.of(name).isEmpty());
    }

    @Provide
    Arbitrary<String> telephones() {
        return Arbitraries.of(
                "0755-88886666-801", "400-820-8820", "+852 9123 4567", "0086 13800138000", "１３８００１３８０００", "88886666");
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings()
                .withChars("水电漏坏灯门锁客厅棟Ａb12０㎡½〇·—，。%_'\"\\<>&+ ")
                .ofMinLength(1)
                .ofMaxLength(30)
                .filter(words -> !Spelling.of(words).isEmpty());
    }
}
