#include "tests/support/windows.h"
#include "views/shell/toast.h"
#include "views/shell/toastarea.h"
#include "views/theme/theme.h"

#include <QAbstractButton>
#include <QAction>
#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

/// A window with a row at its bottom, above which messages stand.
class Page
{
public:
    Page()
        : bottom(new QWidget(&window))
        , area(&window, bottom)
    {
        auto *column = new QVBoxLayout(&window);
        column->setContentsMargins(0, 0, 0, 0);
        column->addStretch();
        bottom->setFixedHeight(26);
        column->addWidget(bottom);
        window.resize(900, 600);
        showActive(&window);
    }

    [[nodiscard]] QStringList shown() const
    {
        QStringList texts;
        for (const auto *toast : area.findChildren<Toast *>()) {
            if (!toast->isHidden())
                texts += toast->text();
        }
        return texts;
    }
    [[nodiscard]] QStringList kept() const
    {
        QStringList texts;
        for (const QAction *action : area.messages()->actions())
            texts += action->text();
        return texts;
    }

    QWidget window;
    QWidget *bottom;
    ToastArea area;
};

} // namespace

class TestToastArea : public QObject
{
    Q_OBJECT

    Theme m_theme;

private Q_SLOTS:
    void cleanup() { m_theme.setTextScale(1); }

    void aMessageGoesByAndIsKept()
    {
        Page page;
        page.area.setDuration(30);
        page.area.add(u"Saved"_s);
        QCOMPARE(page.shown(), QStringList{u"Saved"_s});
        QTRY_COMPARE(page.shown(), QStringList());
        QVERIFY(page.area.isHidden());
        QCOMPARE(page.kept(), QStringList{u"Saved"_s});
    }

    void theyStandAboveTheBottomRow()
    {
        Page page;
        page.area.add(u"One"_s);
        page.area.add(u"Two"_s);
        QTRY_VERIFY(page.area.geometry().bottom() < page.bottom->y());
        QTRY_COMPARE(page.area.geometry().right(), page.window.rect().right());
        page.window.resize(500, 400);
        QTRY_COMPARE(page.area.geometry().right(), page.window.rect().right());
    }

    void theFocusKeepsAMessage()
    {
        Page page;
        page.area.setDuration(200);
        page.area.add(u"Saved"_s);
        auto *close = named<QToolButton>(&page.window, u"Close the message"_s);
        close->setFocus(Qt::TabFocusReason);
        page.area.setDuration(10);
        page.area.add(u"Another"_s); // its time is over sooner than that of the first
        QTRY_COMPARE(page.shown(), QStringList{u"Saved"_s});
        QVERIFY(close->hasFocus());
        close->clearFocus();
        QTRY_COMPARE(page.shown(), QStringList());
    }

    void theFocusGoesBackWhereItWas()
    {
        Page page;
        auto *field = new QLineEdit(&page.window);
        field->show();
        field->setFocus();
        QAction show(u"Show"_s);
        page.area.add(u"One"_s, &show);
        page.area.add(u"Two"_s);
        QTRY_COMPARE(page.shown().size(), 2);
        const auto toasts = page.area.findChildren<Toast *>();
        toasts.first()->takeFocus();
        QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Show"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(page.shown(), QStringList{u"Two"_s});
        QVERIFY(toasts.last()->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(page.shown(), QStringList());
        QVERIFY(field->hasFocus());
    }

    void itsActionIsAButtonHereAndAnEntryThere()
    {
        Page page;
        QAction show(u"Show"_s);
        const QSignalSpy shown(&show, &QAction::triggered);
        page.area.add(u"orders was created"_s, &show);
        QTest::mouseClick(named<QAbstractButton>(&page.window, u"Show"_s), Qt::LeftButton);
        QCOMPARE(shown.size(), 1);
        QTRY_COMPARE(page.shown(), QStringList());
        page.area.messages()->actions().first()->trigger();
        QCOMPARE(shown.size(), 2);
    }

    void aLongMessageWrapsBesideItsButtons_data()
    {
        QTest::addColumn<int>("room");
        QTest::addColumn<qreal>("textScale");
        QTest::newRow("in a wide window") << 1400 << 1.0;
        QTest::newRow("in a narrow window") << 420 << 1.0;
        QTest::newRow("with large text") << 1400 << 2.0;
    }

    void aLongMessageWrapsBesideItsButtons()
    {
        QFETCH(const int, room);
        QFETCH(const qreal, textScale);
        m_theme.setTextScale(textScale);
        Page page;
        page.window.resize(room, 600);
        QAction show(u"Show the commit"_s);
        page.area.add(u"The service orders-api was created in a repository of its own, in the "
                      "folder that you chose for it"_s,
                      &show);
        const auto *words = page.area.findChild<QLabel *>();
        const auto *button = named<QAbstractButton>(&page.window, u"Show the commit"_s);
        const auto *close = named<QToolButton>(&page.window, u"Close the message"_s);
        QTRY_VERIFY(words->height() >= 2 * words->fontMetrics().height());
        QVERIFY(words->height() >= words->heightForWidth(words->width()));
        QVERIFY(!words->geometry().intersects(button->geometry()));
        QVERIFY(!button->geometry().intersects(close->geometry()));
        QVERIFY(button->width() >= button->sizeHint().width());
        QVERIFY(page.area.findChild<Toast *>()->rect().contains(close->geometry()));
    }

    void aShortMessageStaysInOneLine()
    {
        Page page;
        page.area.add(u"The answers are saved; secrets are not among them"_s);
        const auto *words = page.area.findChild<QLabel *>();
        QTRY_VERIFY(words->width() >= words->fontMetrics().horizontalAdvance(words->text()));
        QVERIFY(words->height() < 2 * words->fontMetrics().lineSpacing());
    }

    void itIsClosedByItsButton()
    {
        Page page;
        page.area.add(u"Saved"_s);
        QTest::mouseClick(named<QToolButton>(&page.window, u"Close the message"_s), Qt::LeftButton);
        QTRY_COMPARE(page.shown(), QStringList());
    }

    void ofManyTheLatestAreShownAndKept()
    {
        Page page;
        for (int i = 1; i <= 30; ++i)
            page.area.add(u"Message %1"_s.arg(i));
        QTRY_COMPARE(page.shown().size(), 4);
        QCOMPARE(page.kept().size(), 20);
        QCOMPARE(page.kept().first(), u"Message 30"_s);
    }

    void aMessageIsToldAsOne()
    {
        Page page;
        page.area.add(u"Saved"_s);
        auto *toast = page.area.findChild<Toast *>();
        QCOMPARE(roleOf(toast), QAccessible::Notification);
        QCOMPARE(spokenName(toast), u"Saved"_s);
    }
};

QTEST_MAIN(TestToastArea)
#include "tst_toastarea.moc"
