#include "tests/widgets/codetesting.h"
#include "views/widgets/codeviewaccessible.h"

#include <QAccessible>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::numberedLines;
using testing::ShownView;
using Kind = LineMark::Kind;

namespace {

struct Unit
{
    QString text;
    int start = -9;
    int end = -9;
};

/// A view with what a screen reader asks it.
class Read
{
public:
    explicit Read(QByteArrayView bytes, const QString &path = u"a.txt"_s)
        : shown(bytes, path, testing::lightLook(true))
        , interface(QAccessible::queryAccessibleInterface(&shown.view))
        , text(interface->textInterface())
    {
    }

    [[nodiscard]] Unit at(int offset, QAccessible::TextBoundaryType type) const
    {
        Unit unit;
        unit.text = text->textAtOffset(offset, type, &unit.start, &unit.end);
        return unit;
    }

    ShownView shown;
    QAccessibleInterface *interface;
    QAccessibleTextInterface *text;
};

using Events = CodeViewAccessible::Events;

/// The event of a kind, or null.
template<typename Event>
const Event *eventOf(const Events &events, QAccessible::Event type)
{
    for (const auto &event : events) {
        if (event->type() == type)
            return static_cast<const Event *>(event.get());
    }
    return nullptr;
}

} // namespace

class TestCodeViewAccessible : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsATextToRead()
    {
        const Read read("one\ntwo\n");
        QVERIFY(read.text);
        QCOMPARE(read.interface->role(), QAccessible::EditableText);
        const QAccessible::State state = read.interface->state();
        QVERIFY(state.readOnly && state.multiLine && state.selectableText && state.focusable);
        QVERIFY(state.focused && !state.editable);
        QVERIFY(!read.interface->editableTextInterface());
        QCOMPARE(read.interface->childCount(), 0);
        QCOMPARE(read.interface->text(QAccessible::Value), u"one\ntwo\n"_s);
    }

    void itHasTheNameThatItIsGiven()
    {
        Read read("one");
        read.shown.view.setAccessibleName(u"deployment.yaml"_s);
        read.shown.view.setAccessibleDescription(u"3 lines from Memory per copy"_s);
        QCOMPARE(read.interface->text(QAccessible::Name), u"deployment.yaml"_s);
        QCOMPARE(read.interface->text(QAccessible::Description), u"3 lines from Memory per copy"_s);
    }

    void textIsReadInUnits_data()
    {
        QTest::addColumn<int>("offset");
        QTest::addColumn<QAccessible::TextBoundaryType>("type");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("at");
        QTest::addColumn<QString>("after");
        QTest::newRow("a character")
            << 1 << QAccessible::CharBoundary << u"o"_s << u"n"_s << u"e"_s;
        QTest::newRow("a line end")
            << 7 << QAccessible::CharBoundary << u"o"_s << u"\n"_s << u"f"_s;
        QTest::newRow("an emoji") << 19 << QAccessible::CharBoundary << u"x"_s << u"\U0001F600"_s
                                  << u"y"_s;
        QTest::newRow("a word") << 5 << QAccessible::WordBoundary << u"one "_s << u"two"_s
                                << u"\n"_s;
        QTest::newRow("a word with its blank")
            << 1 << QAccessible::WordBoundary << u""_s << u"one "_s << u"two"_s;
        QTest::newRow("a line") << 10 << QAccessible::LineBoundary << u"one two\n"_s
                                << u"four five\n"_s << u"x\U0001F600y"_s;
        QTest::newRow("a paragraph")
            << 1 << QAccessible::ParagraphBoundary << u""_s << u"one two\n"_s << u"four five\n"_s;
        QTest::newRow("the end") << 22 << QAccessible::LineBoundary << u"four five\n"_s
                                 << u"x\U0001F600y"_s << u""_s;
    }

    void textIsReadInUnits()
    {
        QFETCH(const int, offset);
        QFETCH(const QAccessible::TextBoundaryType, type);
        QFETCH(const QString, before);
        QFETCH(const QString, at);
        QFETCH(const QString, after);
        const Read read("one two\nfour five\nx\xF0\x9F\x98\x80y");
        int start = 0;
        int end = 0;
        QCOMPARE(read.text->textAtOffset(offset, type, &start, &end), at);
        QVERIFY(start <= offset && offset <= end);
        QCOMPARE(read.text->text(start, end), at);
        QCOMPARE(read.text->textBeforeOffset(offset, type, &start, &end), before);
        QCOMPARE(read.text->textAfterOffset(offset, type, &start, &end), after);
    }

    void allUnitsTogetherAreTheText_data()
    {
        QTest::addColumn<QAccessible::TextBoundaryType>("type");
        QTest::newRow("characters") << QAccessible::CharBoundary;
        QTest::newRow("words") << QAccessible::WordBoundary;
        QTest::newRow("lines") << QAccessible::LineBoundary;
        QTest::newRow("paragraphs") << QAccessible::ParagraphBoundary;
    }

    void allUnitsTogetherAreTheText()
    {
        QFETCH(const QAccessible::TextBoundaryType, type);
        const QByteArray bytes
            = "  a: \"b c\"\r\n\n\tx = e\xCC\x81;\n" + QByteArray(80, 'w') + " z\n";
        Read read(bytes);
        read.shown.view.setWrapped(true);
        QString all;
        for (int at = 0; at < read.text->characterCount();) {
            const Unit unit = read.at(at, type);
            QCOMPARE(unit.start, at);
            QVERIFY(unit.end > at);
            all += unit.text;
            at = unit.end;
        }
        QCOMPARE(all, QString::fromUtf8(bytes));
    }

    void theCaretIsReadAndSet()
    {
        Read read("one\ntwo\n");
        read.shown.view.select({1, 2}, {1, 2});
        QCOMPARE(read.text->cursorPosition(), 6);
        read.text->setCursorPosition(2);
        QCOMPARE(read.shown.caret(), (TextPlace{0, 2}));
        int start = 0;
        int end = 0;
        QCOMPARE(read.text->textAtOffset(-2, QAccessible::LineBoundary, &start, &end), u"one\n"_s);
    }

    void selectionsAreReadAndSet()
    {
        Read read("one\ntwo\n");
        QCOMPARE(read.text->selectionCount(), 0);
        read.text->addSelection(1, 5);
        QCOMPARE(read.text->selectionCount(), 1);
        int start = 0;
        int end = 0;
        read.text->selection(0, &start, &end);
        QCOMPARE(start, 1);
        QCOMPARE(end, 5);
        QCOMPARE(read.shown.view.selectedText(), u"ne\nt"_s);
        read.text->setSelection(0, 0, 3);
        QCOMPARE(read.shown.view.selectedText(), u"one"_s);
        read.text->removeSelection(0);
        QVERIFY(!read.shown.view.caret().hasSelection());
    }

    void charactersHaveTheirPlaceOnTheScreen()
    {
        const Read read("one two\n\tx\xE6\x97\xA5\n");
        const QRect view(read.shown.view.viewport()->mapToGlobal(QPoint(0, 0)),
                         read.shown.view.viewport()->size());
        for (const int offset : {0, 3, 6, 8, 9, 10}) {
            const QRect rect = read.text->characterRect(offset);
            QVERIFY(view.contains(rect));
            QCOMPARE(read.text->offsetAtPoint(rect.center()), offset);
            QCOMPARE(read.text->offsetAtPoint(rect.center() + QPoint(2, 0)), offset);
        }
        QVERIFY(read.text->characterRect(0).right() <= read.text->characterRect(1).right());
        QVERIFY(read.text->characterRect(8).top() > read.text->characterRect(0).top());
        QCOMPARE(read.text->offsetAtPoint(view.topLeft() - QPoint(5, 5)), -1);
    }

    void whatIsOutOfSightCanBeBroughtThere()
    {
        Read read(numberedLines(100));
        const int offset = read.shown.view.text().offsetOf({80, 0});
        QVERIFY(read.text->characterRect(offset).top()
                > read.shown.view.viewport()->mapToGlobal(QPoint(0, 300)).y());
        read.text->scrollToSubstring(offset, offset + 3);
        QVERIFY(read.shown.firstLine() > 60);
        QCOMPARE(read.shown.caret(), TextPlace());
    }

    void looksAreSaid()
    {
        Read read("name: x # why\n", u"a.yaml"_s);
        read.shown.view.setMarks({{1, Kind::Error, u"not x"_s, {{7, 8}}}});
        int start = 0;
        int end = 0;
        QString looks = read.text->attributes(1, &start, &end);
        QCOMPARE(start, 0);
        QCOMPARE(end, 4);
        QVERIFY(looks.contains(u"color:rgb(31,76,158);"));
        looks = read.text->attributes(6, &start, &end);
        QVERIFY(looks.contains(u"invalid:true"));
        QCOMPARE(start, 6);
        QCOMPARE(end, 7);
        looks = read.text->attributes(9, &start, &end);
        QVERIFY(looks.contains(u"font-style:italic"));
        QVERIFY(!looks.contains(u"invalid"));
        QCOMPARE(end, 13);
    }

    void movesAreTold()
    {
        Read read("one\ntwo\n");
        CodeCaret before = read.shown.view.caret();
        read.shown.press(Qt::Key_Down);
        Events events = CodeViewAccessible::eventsOfCaret(&read.shown.view, before);
        QCOMPARE(events.size(), size_t(1));
        const auto *caret
            = eventOf<QAccessibleTextCursorEvent>(events, QAccessible::TextCaretMoved);
        QVERIFY(caret);
        QCOMPARE(caret->cursorPosition(), 4);
        QCOMPARE(caret->object(), &read.shown.view);

        before = read.shown.view.caret();
        read.shown.press(Qt::Key_Right, Qt::ShiftModifier);
        events = CodeViewAccessible::eventsOfCaret(&read.shown.view, before);
        QCOMPARE(events.size(), size_t(2));
        const auto *selection
            = eventOf<QAccessibleTextSelectionEvent>(events, QAccessible::TextSelectionChanged);
        QVERIFY(selection);
        QCOMPARE(selection->selectionStart(), 4);
        QCOMPARE(selection->selectionEnd(), 5);
        QCOMPARE(selection->cursorPosition(), 5);
    }

    void onlyWhatChangedIsTold()
    {
        Read read("one\ntwo\nthree\n");
        const CodeText before = read.shown.view.text();
        read.shown.view.setText("one\n2\nthree\nfour\n");
        const Events events = CodeViewAccessible::eventsOfEdits(
            &read.shown.view, lineEdits(before, read.shown.view.text()), before);
        QCOMPARE(events.size(), size_t(2));
        const auto *change = eventOf<QAccessibleTextUpdateEvent>(events, QAccessible::TextUpdated);
        QVERIFY(change);
        QCOMPARE(change->changePosition(), 4);
        QCOMPARE(change->textRemoved(), u"two\n"_s);
        QCOMPARE(change->textInserted(), u"2\n"_s);
    }

    void aMarkedLineIsToldWhenTheCaretComes()
    {
        Read read("one\ntwo\nthree\n");
        read.shown.view.setMarks(
            {{2, Kind::Linked, u"Memory per copy"_s}, {2, Kind::Error, u"Must start with /"_s}});
        CodeCaret before = read.shown.view.caret();
        read.shown.press(Qt::Key_Down);
        const Events events = CodeViewAccessible::eventsOfCaret(&read.shown.view, before);
        const auto *said = eventOf<QAccessibleAnnouncementEvent>(events, QAccessible::Announcement);
        QVERIFY(said);
        QCOMPARE(said->message(), u"error: Must start with /, from Memory per copy"_s);
        before = read.shown.view.caret();
        read.shown.press(Qt::Key_Right);
        const Events later = CodeViewAccessible::eventsOfCaret(&read.shown.view, before);
        QVERIFY(!eventOf<QAccessibleEvent>(later, QAccessible::Announcement));
    }

    void nothingIsMadeForNobody()
    {
        bool isMade = false;
        CodeViewAccessible::tell([&] {
            isMade = true;
            return Events();
        });
        QCOMPARE(isMade, QAccessible::isActive());
    }
};

QTEST_MAIN(TestCodeViewAccessible)
#include "tst_codeviewaccessible.moc"
