#include "tests/widgets/codetesting.h"

#include <QStackedWidget>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::hasColour;
using testing::hasInk;
using testing::numberedLines;
using testing::ShownView;
using Kind = LineMark::Kind;

namespace {

constexpr const char *text = "name: a\nport: 8080\nlast: x\n";

/// What is painted of lines when nothing has the keyboard.
class Painted
{
public:
    explicit Painted(QByteArrayView bytes = text, const QString &path = u"a.yaml"_s)
        : view(testing::lightLook(true))
    {
        view.resize(400, 10 * view.codeLayout().rowHeight());
        view.open(path, bytes);
        view.grab(); // lays it out
    }

    [[nodiscard]] QImage line(int line)
    {
        const int height = view.codeLayout().rowHeight();
        return view.viewport()
            ->grab({0, view.codeLayout().yOf({line, 0}), view.viewport()->width(), height})
            .toImage();
    }

    CodeView view;
};

QRgb rgb(Token token)
{
    return color(token, Scheme::Light).rgb();
}

} // namespace

class TestCodeViewLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMarkTintsItsLineOnly_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<Token>("tint");
        QTest::addColumn<Token>("gutter");
        QTest::addColumn<Token>("number");
        QTest::newRow("linked") << Kind::Linked << Token::CodeFocus << Token::CodeFocus
                                << Token::AccentTx;
        QTest::newRow("error") << Kind::Error << Token::ErrSoft << Token::ErrSoft << Token::ErrTx;
        QTest::newRow("warning") << Kind::Warning << Token::WarnSoft << Token::WarnSoft
                                 << Token::WarnTx;
        QTest::newRow("added") << Kind::Added << Token::AddSoft << Token::AddStrong << Token::AddTx;
        QTest::newRow("removed") << Kind::Removed << Token::DelSoft << Token::DelStrong
                                 << Token::DelTx;
        QTest::newRow("current") << Kind::Current << Token::CodeCur << Token::CodeGutter
                                 << Token::CodeLn;
    }

    void aMarkTintsItsLineOnly()
    {
        QFETCH(const Kind, kind);
        QFETCH(const Token, tint);
        QFETCH(const Token, gutter);
        QFETCH(const Token, number);
        Painted painted;
        painted.view.setMarks({{1, Kind::Added}}); // room for signs
        const QImage third = painted.line(2);
        painted.view.setMarks({{1, Kind::Added}, {2, kind}});
        const QImage second = painted.line(1);
        QCOMPARE(second.pixel(second.width() - 1, 0), rgb(tint));
        QCOMPARE(second.pixel(second.width() - 1, second.height() - 1), rgb(tint));
        QCOMPARE(second.pixel(painted.view.codeLayout().gutterWidth() - 2, 1), rgb(gutter));
        QVERIFY(hasInk(second.copy(0, 0, painted.view.codeLayout().gutterWidth(), 18), number));
        QCOMPARE(painted.line(2), third);
    }

    void onlyLinkedLinesHaveABar()
    {
        Painted painted;
        painted.view.setMarks({{1, Kind::Linked}, {2, Kind::Error}});
        for (const int x : {0, 1, 2})
            QCOMPARE(painted.line(0).pixel(x, 9), rgb(Token::AccentTx));
        QCOMPARE(painted.line(0).pixel(3, 9), rgb(Token::CodeFocus));
        QCOMPARE(painted.line(1).pixel(0, 9), rgb(Token::ErrSoft));
        painted.view.setMarks({{1, Kind::Linked}, {1, Kind::Error}}); // both are seen
        QCOMPARE(painted.line(0).pixel(0, 9), rgb(Token::AccentTx));
        QCOMPARE(painted.line(0).pixel(3, 9), rgb(Token::ErrSoft));
    }

    void aNoteStandsAtTheEndUnlessTheTextWouldTouchIt()
    {
        Painted painted("short\n" + QByteArray(46, 'x') + '\n');
        painted.view.setMarks({{1, Kind::Linked}, {2, Kind::Linked}});
        const QImage without = painted.line(0);
        const QImage longWithout = painted.line(1);
        painted.view.setMarks({{1, Kind::Linked, u"Memory"_s}, {2, Kind::Linked, u"Memory"_s}});
        const QImage with = painted.line(0);
        QVERIFY(with != without);
        const int half = with.width() / 2;
        QCOMPARE(with.copy(0, 0, half, with.height()), without.copy(0, 0, half, with.height()));
        QCOMPARE(painted.line(1), longWithout);
    }

    void aWaveIsUnderItsColumnsOnly()
    {
        Painted painted;
        painted.view.setMarks({{2, Kind::Error}});
        const QImage before = painted.line(1);
        painted.view.setMarks({{2, Kind::Error, {}, {{7, 11}}}});
        const QImage after = painted.line(1);
        const CodeLayout &layout = painted.view.codeLayout();
        int left = 9999;
        int right = 0;
        int top = 9999;
        for (int y = 0; y < after.height(); ++y) {
            for (int x = 0; x < after.width(); ++x) {
                if (after.pixel(x, y) == before.pixel(x, y))
                    continue;
                left = std::min(left, x);
                right = std::max(right, x);
                top = std::min(top, y);
            }
        }
        QCOMPARE_GE(left, layout.caretRect({1, 6}).left() - 2);
        QCOMPARE_LE(right, layout.caretRect({1, 10}).left() + 2);
        QCOMPARE_GE(right - left, int(3 * layout.cell()));
        QCOMPARE_GE(top, layout.fonts().baseline);
    }

    void partsThatWereAddedStandOut()
    {
        Painted painted;
        painted.view.setMarks({{2, Kind::Added, {}, {{7, 11}}}});
        const QPoint part = painted.view.codeLayout().caretRect({0, 8}).topLeft();
        QCOMPARE(painted.line(1).pixel(part.x(), 2), rgb(Token::AddStrong));
        const QPoint other = painted.view.codeLayout().caretRect({0, 3}).topLeft();
        QCOMPARE(painted.line(1).pixel(other.x(), 1), rgb(Token::AddSoft));
    }

    void signsOfADiffStandBeforeTheText()
    {
        Painted painted;
        const int before = painted.view.codeLayout().textLeft();
        painted.view.setMarks({{1, Kind::Added}});
        QVERIFY(painted.view.codeLayout().textLeft() > before);
        const QImage line = painted.line(0);
        const int gutter = painted.view.codeLayout().gutterWidth();
        const int room = painted.view.codeLayout().textLeft() - gutter;
        QVERIFY(hasInk(line.copy(gutter, 0, room, line.height()), Token::AddTx));
        painted.view.setMarks({});
        QCOMPARE(painted.view.codeLayout().textLeft(), before);
    }

    void linesMayHaveNumbersOfAnotherText()
    {
        Painted painted;
        const int gutter = painted.view.codeLayout().gutterWidth();
        const auto numberOf = [&](int line) { return painted.line(line).copy(0, 0, gutter, 18); };
        const QImage second = numberOf(1);
        painted.view.setNumbers({1, 0, 2});
        QCOMPARE(numberOf(2), second);
        QVERIFY(!hasInk(numberOf(1), Token::CodeLn));
        painted.view.open(u"a.yaml"_s, text);
        QCOMPARE(numberOf(1), second);
    }

    void codeHasTheDesignsColours()
    {
        Painted painted;
        const QImage line = painted.line(1);
        const int left = painted.view.codeLayout().textLeft();
        const QImage key = line.copy(left, 0, int(4 * painted.view.codeLayout().cell()), 18);
        const QImage rest = line.copy(key.width() + left, 0, 200, 18);
        QVERIFY(hasInk(key, Token::SynKey));
        QVERIFY(hasInk(rest, Token::SynNum));
        QCOMPARE(line.pixel(line.width() - 1, 3), rgb(Token::CodeBg));
        QCOMPARE(line.pixel(1, 3), rgb(Token::CodeGutter));
    }

    void theCaretIsSeenWithTheKeyboardOnly()
    {
        ShownView shown("one\ntwo\n");
        shown.view.select({1, 1}, {1, 1});
        const QRect caret = shown.view.codeLayout().caretRect({1, 1});
        const QPoint middle(caret.left(), caret.center().y());
        QCOMPARE(shown.grab().pixel(middle), rgb(Token::Tx));
        QCOMPARE(shown.grab().pixel(200, middle.y()), rgb(Token::CodeCur));
        QVERIFY(hasColour(shown.grab(), Token::Focus));
        shown.view.clearFocus();
        QVERIFY(shown.grab().pixel(middle) != rgb(Token::Tx));
        QVERIFY(!hasColour(shown.grab(), Token::Focus));
    }

    void aSelectionIsTinted()
    {
        ShownView shown("one\ntwo\nthree");
        shown.view.select({0, 1}, {2, 0});
        QVERIFY(hasColour(shown.grabLine(0), Token::BgTextSelection));
        QVERIFY(hasColour(shown.grabLine(1), Token::BgTextSelection));
        QVERIFY(!hasColour(shown.grabLine(2), Token::BgTextSelection));
    }

    void allMatchesAreTinted()
    {
        ShownView shown("one two\nnone\ntwo");
        shown.view.find(u"two"_s);
        QVERIFY(hasColour(shown.grabLine(0), Token::AccentSoft));
        QVERIFY(!hasColour(shown.grabLine(1), Token::AccentSoft));
        QVERIFY(hasColour(shown.grabLine(2), Token::AccentSoft));
        shown.view.find({});
        QVERIFY(!hasColour(shown.grabLine(0), Token::AccentSoft));
    }

    void linkedLinesFlashOnce()
    {
        ShownView shown("one\ntwo");
        shown.view.setMarks({{2, Kind::Linked}});
        const QImage before = shown.grabLine(1);
        shown.view.flash();
        QVERIFY(shown.grabLine(1) != before);
        QTRY_COMPARE(shown.grabLine(1), before);
    }

    void nothingFlashesWhenMotionIsReduced()
    {
        CodeLook look = testing::lightLook();
        look.isMotionReduced = [] { return true; };
        ShownView shown("one\ntwo", u"a.txt"_s, look);
        shown.view.setMarks({{2, Kind::Linked}});
        const QImage before = shown.grabLine(1);
        shown.view.flash();
        QCOMPARE(shown.grabLine(1), before);
    }

    void aThemeIsAskedForAtEachPainting()
    {
        auto scheme = std::make_shared<Scheme>(Scheme::Light);
        CodeLook look = testing::lightLook();
        look.colour = [scheme](Token token) { return color(token, *scheme); };
        ShownView shown("one", u"a.txt"_s, look);
        QCOMPARE(shown.grab().pixel(300, 100), color(Token::CodeBg, Scheme::Light).rgb());
        *scheme = Scheme::Dark;
        QCOMPARE(shown.grab().pixel(300, 100), color(Token::CodeBg, Scheme::Dark).rgb());
    }

    void onlyWhatIsSeenIsLookedAt()
    {
        int asked = 0;
        CodeLook look = testing::lightLook();
        look.colour = [&asked](Token token) {
            ++asked;
            return color(token, Scheme::Light);
        };
        ShownView small(numberedLines(10), u"a.txt"_s, look);
        asked = 0;
        small.view.grab();
        const int few = asked;
        ShownView big(numberedLines(200'000), u"a.txt"_s, look);
        big.view.reveal(100'000);
        asked = 0;
        big.view.grab();
        QCOMPARE_LE(asked, 2 * few);
    }

    void whatWouldDeceiveTheEyeIsShown()
    {
        Painted plain("admin x\n");
        Painted hidden("admin \u202ex\n");
        QVERIFY(plain.line(0) != hidden.line(0));
    }

    void aHiddenPageHasTheSizeOfTextOnceItIsShown()
    {
        const QFont usual = QApplication::font();
        QStackedWidget pages;
        auto *first = new QWidget;
        auto *view = new CodeView(testing::lightLook());
        pages.addWidget(view);
        pages.addWidget(first);
        pages.show();
        const int before = view->codeLayout().rowHeight();
        pages.setCurrentWidget(first);
        QFont large = usual;
        large.setPixelSize(2 * QFontInfo(usual).pixelSize());
        QApplication::setFont(large);
        pages.setCurrentWidget(view);
        QTRY_COMPARE(view->codeLayout().fonts().text, CodeFonts::of(large).text);
        QVERIFY(view->codeLayout().rowHeight() > before);
        QApplication::setFont(usual);
    }

    void ligaturesAreOff()
    {
        const CodeFonts fonts = CodeFonts::of(QApplication::font());
        QCOMPARE(fonts.text.featureValue("calt"), 0u);
        QCOMPARE(fonts.text.featureValue("liga"), 0u);
        QVERIFY(QFontInfo(fonts.text).fixedPitch());
    }
};

QTEST_MAIN(TestCodeViewLook)
#include "tst_codeviewlook.moc"
