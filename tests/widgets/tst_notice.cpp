#include "tests/support/windows.h"
#include "views/theme/controls.h"
#include "views/theme/theme.h"
#include "views/widgets/notice.h"

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

/// A notice in a window.
class Page
{
public:
    Page()
        : notice(&window)
    {
        auto *column = new QVBoxLayout(&window);
        column->addWidget(&notice);
        column->addStretch();
        window.resize(800, 400);
        showActive(&window);
    }

    [[nodiscard]] bool says(const QString &text)
    {
        for (const auto *label : notice.findChildren<QLabel *>()) {
            if (label->isVisibleTo(&window) && label->text() == text)
                return true;
        }
        return false;
    }

    QWidget window;
    Notice notice;
};

} // namespace

class TestNotice : public QObject
{
    Q_OBJECT

    Theme m_theme;

private Q_SLOTS:
    void itIsHiddenUntilThereIsSomethingToSay()
    {
        Page page;
        QVERIFY(page.notice.isHidden());
        page.notice.show(Severity::Warning, u"The catalog is old."_s, u"Check again."_s);
        QVERIFY(page.notice.isVisible());
        QVERIFY(page.says(u"The catalog is old."_s));
        QVERIFY(page.says(u"Check again."_s));
        page.notice.hide();
        QVERIFY(page.notice.isHidden());
    }

    void itLooksAsSevereAsItIs_data()
    {
        QTest::addColumn<Severity>("severity");
        QTest::addColumn<Surface>("surface");
        QTest::newRow("note") << Severity::Note << Surface::Information;
        QTest::newRow("warning") << Severity::Warning << Surface::Warning;
        QTest::newRow("error") << Severity::Error << Surface::Error;
    }

    void itLooksAsSevereAsItIs()
    {
        QFETCH(const Severity, severity);
        QFETCH(const Surface, surface);
        Page page;
        page.notice.show(severity, u"So it is."_s);
        QCOMPARE(surfaceOf(&page.notice), surface);
        QCOMPARE(roleOf(&page.notice), QAccessible::AlertMessage);
        QCOMPARE(spokenName(&page.notice), u"So it is."_s);
    }

    void detailsAreFoldedAndCanBeCopied()
    {
        Page page;
        page.notice.show(Severity::Error, u"It failed."_s, {}, u"fatal: no"_s);
        QVERIFY(!findNamed<QPlainTextEdit>(&page.window, u"Details"_s));
        QTest::mouseClick(named<QPushButton>(&page.window, u"Show details"_s), Qt::LeftButton);
        auto *details = named<QPlainTextEdit>(&page.window, u"Details"_s);
        QCOMPARE(details->toPlainText(), u"fatal: no"_s);
        QVERIFY(details->isReadOnly());
        QTest::mouseClick(named<QPushButton>(&page.window, u"Copy details"_s), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"fatal: no"_s);
        QTest::mouseClick(named<QPushButton>(&page.window, u"Hide details"_s), Qt::LeftButton);
        QVERIFY(!findNamed<QPlainTextEdit>(&page.window, u"Details"_s));
    }

    void withoutDetailsThereIsNothingToUnfold()
    {
        Page page;
        page.notice.show(Severity::Error, u"It failed."_s);
        QVERIFY(!findNamed<QPushButton>(&page.window, u"Show details"_s));
    }

    void aProblemTellsItsPlace()
    {
        Page page;
        page.notice.show(Problem{.message = u"The key is there twice."_s,
                                 .file = u"template.yaml"_s,
                                 .position = SourcePosition{6, 5},
                                 .excerpt = u"type: x"_s,
                                 .hint = u"Take one out."_s});
        QVERIFY(page.says(u"The key is there twice."_s));
        QVERIFY(page.says(u"Take one out."_s));
        QVERIFY(findNamed<QWidget>(&page.window, u"template.yaml:6:5"_s));
        QVERIFY(findNamed<QPushButton>(&page.window, u"Show details"_s));
    }

    void itsActionsAreButtonsAndFollowThem()
    {
        Page page;
        QAction retry(u"&Try again"_s);
        QAction other(u"Other"_s);
        const QSignalSpy tried(&retry, &QAction::triggered);
        page.notice.setActions({&retry, &other});
        page.notice.show(Severity::Error, u"It failed."_s);
        auto *button = named<QPushButton>(&page.window, u"Try again"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(tried.size(), 1);
        retry.setEnabled(false);
        QVERIFY(!button->isEnabled());
        page.notice.setActions({});
        QVERIFY(!findNamed<QPushButton>(&page.window, u"Try again"_s));
    }

    void buttonsGoBelowWhereItIsNarrow()
    {
        Page page;
        QAction retry(u"Try it again with another key"_s);
        page.notice.setActions({&retry});
        page.notice.show(Severity::Warning, u"A title"_s, u"And a text."_s);
        auto *button = named<QPushButton>(&page.window, u"Try it again with another key"_s);
        const auto *label = page.notice.findChild<QLabel *>();
        QTRY_VERIFY(button->x() > label->geometry().right());
        page.window.resize(320, 400);
        QTRY_VERIFY(button->y() >= label->geometry().bottom());
    }

    void nothingIsCutAtTwiceTheSize()
    {
        m_theme.setTextScale(2);
        Page page;
        page.notice.show(Severity::Warning,
                         u"A title that is rather long for a strip as narrow as this one is"_s,
                         u"And a text that says what still works and what is to be done now."_s);
        page.window.resize(360, 600);
        for (const auto *label : page.notice.findChildren<QLabel *>()) {
            if (label->isVisibleTo(&page.window))
                QTRY_VERIFY(label->height() >= label->heightForWidth(label->width()));
        }
        m_theme.setTextScale(1);
    }
};

QTEST_MAIN(TestNotice)
#include "tst_notice.moc"
