package org.baoxiu.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.baoxiu.paper.PrintedSlip.Acceptance;
import org.baoxiu.paper.PrintedSlip.Consent;
import org.baoxiu.slip.Remark;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("打印的维修单")
class PrintedSlipTest {

    private static final PdfWriter WRITER = Writers.writer();
    private static final String NUMBER = "WX20261123-000042";
    private static final String LINK = "https://example.org/r/abcdefghijklmnopqrstuvwxyz0123456789";

    @Test
    @Tag("4.3.5")
    @DisplayName(
            "each copy is a sheet of its own, with its number and whom it is for; the owner's link is on the owner's alone")
    void threeCopies() {
        Pdf pdf = print(slip("张三", "水龙头漏水", null));

        assertThat(pdf.pages()).hasSize(3).allSatisfy(page -> assertThat(page).contains(NUMBER, "张三", "水龙头漏水"));
        assertThat(pdf.pages().get(0)).contains("第一联", "客户服务中心联", "第1页，共3页");
        assertThat(pdf.pages().get(1)).contains("第二联", "维修班联");
        assertThat(pdf.pages().get(2)).contains("第三联", "业主联", "扫码查看");
        assertThat(pdf.pages().get(0) + pdf.pages().get(1)).doesNotContain("扫码");
        assertThat(pdf.pictures()).isEqualTo(1);
    }

    @Test
    @Tag("4.3.5")
    @DisplayName("every character is in the file's own font, and can be selected as text")
    void fontInside() {
        Pdf pdf = print(slip("张三", "水龙头漏水", null));

        assertThat(pdf.fonts()).hasSize(1).allSatisfy(font -> assertThat(font).endsWith("+NotoSansSC-Regular"));
        assertThat(pdf.fontsEmbedded()).isTrue();
    }

    @Test
    @Tag("4.3.1.1")
    @DisplayName(
            "rare characters of names are printed; one that the font does not have is shown as such and not left out")
    void rareCharacters() {
        Pdf pdf = print(slip("张𬭚喆䶮陳國強", "🚰水𪚥漏", null));

        assertThat(pdf.pages().get(0)).contains("张𬭚喆䶮陳國強", "〓水〓漏", "〓处是字库里没有的字，请手写补上");
    }

    @Test
    @Tag("found:D7")
    @DisplayName("names of other peoples, punctuation and units are printed as they were written")
    void names() {
        String names = "买买提·吐尔逊、阿卜杜拉．艾山、𠮷田、㑇㛃𫟹𫖯𬴂𨱏𬬻㙟";
        String fault = "客厅灯——不亮…，12㎡、㎥、㎜、1/2″、3′、Ø15、⌀20、〇、m²、m³、½、¼、45°、℃、×÷±≤≥≈≠、Ⅰ–Ⅻ、①⑳、㊣№→√‰μΩ、α、•、“『〔【《";
        Pdf pdf = print(slip("买买提·吐尔逊", names + fault, null));

        assertThat(pdf.pages().get(0)).contains("报修人买买提·吐尔逊联系电话", names + fault);
        assertThat(pdf.text().replace("〓处是字库里没有的字", "")).doesNotContain("〓");
    }

    /** GB 18030 up to its second level: the basic block, and the characters of names in the list of the State Council. */
    @Test
    @Tag("found:D7")
    @DisplayName(
            "every character of GBK, of the list of names and of its punctuation is in the font, and a slip holds only what it needs")
    void characters() throws IOException {
        StringBuilder all = new StringBuilder();
        for (int code = 0x4E00; code <= 0x9FA5; code++) {
            all.appendCodePoint(code);
        }
        "㑇㑊㕮㘎㙍㙘㙦㛃㛚㛹㟃㠇㠓㤘㥄㧐㧑㧟㫰㬊㬎㬚㭎㭕㮾㰀㳇㳘㳚㴔㵐㶲㸆㸌㺄㻬㽏㿠䁖䂮䃅䃎䅟䌹䎃䎖䏝䏡䏲䐃䓖䓛䓨䓫䓬䗖䗛䗪䗴䜣䝙䢺䢼䣘䥽䦃䲟䲠䲢䴓䴔䴕䴖䴗䴘䴙䶮𠅤𠙶𠳐𡎚𡐓𣗋𣲗𣲘𣸣𤧛𤩽𤫉𥔲𥕢𥖨𥻗𦈡𦒍𦙶𦝼𦭜𦰡𧿹𨐈𨙸𨚕𨟠𨭉𨱇𨱏𨱑𨱔𨺙𩽾𩾃𩾌𪟝𪣻𪤗𪨰𪨶𪩘𪾢𫄧𫄨𫄷𫄸𫇭𫌀𫍣𫍯𫍲𫍽𫐄𫐐𫐓𫑡𫓧𫓯𫓶𫓹𫔍𫔎𫔶𫖮𫖯𫖳𫗧𫗴𫘜𫘝𫘦𫘧𫘨𫘪𫘬𫚕𫚖𫚭𫛭𫞩𫟅𫟦𫟹𫟼𫠆𫠊𫠜𫢸𫫇𫭟𫭢𫭼𫮃𫰛𫵷𫶇𫷷𫸩𬀩𬀪𬂩𬃊𬇕𬇙𬇹𬉼𬊈𬊤𬌗𬍛𬍡𬍤𬒈𬒔𬒗𬕂𬘓𬘘𬘡𬘩𬘫𬘬𬘭𬘯𬙂𬙊𬙋𬜬𬜯𬞟𬟁𬟽𬣙𬣞𬣡𬣳𬤇𬤊𬤝𬨂𬨎𬩽𬪩𬬩𬬭𬬮𬬱𬬸𬬹𬬻𬬿𬭁𬭊𬭎𬭚𬭛𬭤𬭩𬭬𬭯𬭳𬭶𬭸𬭼𬮱𬮿𬯀𬯎𬱖𬱟𬳵𬳶𬳽𬳿𬴂𬴃𬴊𬶋𬶍𬶏𬶐𬶟𬶠𬶨𬶭𬶮𬷕𬸘𬸚𬸣𬸦𬸪𬹼𬺈𬺓"
                .codePoints()
                .forEach(all::appendCodePoint);
        CharsetEncoder gbk = Charset.forName("GBK").newEncoder();
        IntStream.concat(IntStream.rangeClosed(0xA1, 0xFF), IntStream.rangeClosed(0x2010, 0x33FF))
                .filter(code -> gbk.canEncode((char) code))
                .forEach(code -> all.append((char) code));
        try (TrueTypeFont font = new TTFParser()
                .parse(new RandomAccessReadBuffer(getClass().getResourceAsStream("/fonts/NotoSansSC-extended.ttf")))) {
            CmapLookup characters = font.getUnicodeCmapLookup();
            assertThat(all.codePoints()
                            .filter(code -> characters.getGlyphId(code) == 0)
                            .mapToObj(Character::toString))
                    .isEmpty();
        }
        assertThat(WRITER.write("slip", Map.of("sheets", List.of(new Sheet(slip("张三", "漏水", null), "第一联", null)))))
                .as("a kilobyte or two for each character")
                .hasSizeLessThan(200_000);
    }

    @Test
    @Tag("4.3.1.2")
    @DisplayName("what people wrote stays text")
    void textStaysText() {
        assertThat(print(slip("<b>张三</b>", "a & b <img src=\"x\"/>", null))
                        .pages()
                        .get(0))
                .contains("<b>张三</b>", "a&b<imgsrc=\"x\"/>");
    }

    @Test
    @Tag("4.3.1.2")
    @DisplayName("words that do not fit go on to the next page, all of them")
    void longWords() {
        String fault = "水管爆裂，从天花板往下流。".repeat(76);
        Pdf pdf = print(slip("欧阳".repeat(25), fault, null));

        assertThat(pdf.pages()).hasSize(6);
        assertThat(pdf.pages().get(0)).contains(fault);
        assertThat(pdf.pages().get(0) + pdf.pages().get(1))
                .containsSubsequence("客户服务中心联", "业主应付", "￥85.50元", "验收人：张三", "客户服务中心联");
        assertThat(pdf.pages().get(1)).contains(NUMBER);
    }

    @Test
    @Tag("4.3.4.8")
    @DisplayName(
            "the signature that was given on a screen is printed on every copy, otherwise there is a line to sign on")
    void signature() {
        assertThat(print(slip("张三", "漏水", Pictures.qrCode("signature"))).pictures())
                .isEqualTo(3 + 1);
        assertThat(print(slip("张三", "漏水", Pictures.qrCode("signature"))).pages().get(0))
                .doesNotContain("签字：");
        assertThat(print(slip("张三", "漏水", null)).pages().get(0)).contains("签字：");
    }

    @Test
    @Tag("4.3.1")
    @DisplayName("a blank slip has its number, every field and lines to sign on")
    void blank() {
        Pdf pdf = Pdf.read(WRITER.write(
                "slip", Map.of("sheets", List.of(new Sheet(PrintedSlip.blank(NUMBER), "停电备用，恢复后补录", null)))));

        assertThat(pdf.pages())
                .singleElement()
                .asString()
                .contains(
                        NUMBER, "停电备用", "管理处", "报修人", "联系电话", "地点", "受理时间", "希望上门时间", "故障情况", "维修项目", "查明的原因", "材料名称",
                        "业主应付", "人民币大写", "签字：", "反馈结果");
    }

    private static Pdf print(PrintedSlip slip) {
        return Pdf.read(WRITER.write(
                "slip",
                Map.of(
                        "sheets",
                        Arrays.stream(Copy.values())
                                .map(copy -> new Sheet(
                                        slip, copy.label(), copy.hasOwnerLink() ? Pictures.qrCode(LINK) : null))
                                .toList())));
    }

    private static PrintedSlip slip(String reporter, String fault, String signature) {
        PrintedFee fee = new PrintedFee(
                "结算",
                List.of(new PrintedMaterial("水龙头", "1", "45.50", "45.50")),
                "30.00",
                "45.50",
                "10.00",
                "85.50",
                "业主（室内维修）",
                "85.50",
                "捌拾伍元伍角整",
                "",
                "月结");
        return new PrintedSlip(
                NUMBER,
                "一号管理处",
                "电话",
                "业主单元内",
                false,
                reporter,
                "13800000000",
                "3 栋 502",
                fault,
                "2026年11月23日 09:00",
                "尽快",
                List.of(new Remark("备注", "家里有老人")),
                "更换水龙头",
                "日常维修",
                "王芳",
                "李强",
                "2026年11月23日 09:03",
                "2026年11月23日 09:10",
                "垫圈老化",
                "阀芯磨损",
                "更换水龙头",
                "2026年11月23日 09:20",
                "2026年11月23日 09:45",
                "2026年11月23日 09:52",
                fee,
                new Consent("张三", "2026年11月23日 09:18", "85.50", ""),
                new Acceptance(true, true, true, "张三", "2026年11月23日 09:50", signature));
    }
}
