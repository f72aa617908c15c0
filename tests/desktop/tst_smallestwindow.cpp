#include "app/desktop/application.h"
#include "tests/desktop/desktoptesting.h"
#include "tests/jobs/heldexecutor.h"
#include "tests/support/adasgit.h"
#include "tests/support/cuttexts.h"
#include "tests/support/isolatedgit.h"
#include "views/widgets/screen.h"

#include <QStackedWidget>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

constexpr QSize smallest(1024, 680);

bool fits(const QSize &size, const QSize &room)
{
    return size.width() <= room.width() && size.height() <= room.height();
}

QString inWords(const QSize &size)
{
    return u"%1 × %2"_s.arg(size.width()).arg(size.height());
}

/// The parts of `widget` that need more than it has, down to the smallest.
QStringList tooLarge(const QWidget *widget, const QSize &room)
{
    QStringList found;
    for (auto *child : widget->findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
        const QSize least = child->minimumSizeHint().expandedTo(child->minimumSize());
        if (child->isWindow() || child->isHidden() || fits(least, room))
            continue;
        found += described(child) + u" needs "_s + inWords(least);
        found += tooLarge(child, room);
    }
    return found;
}

} // namespace

/// The whole application in the smallest window that it is made for.
class TestSmallestWindow : public QObject
{
    Q_OBJECT

private:
    IsolatedGit m_git;
    DesktopFolders m_folders;
    std::unique_ptr<Application> m_application;

    MainWindow &window() { return m_application->window(); }

    /// Keeps to its size, and none of its parts is cut.
    void check(const QString &what)
    {
        QTRY_VERIFY2(fits(window().minimumSizeHint(), smallest),
                     qPrintable(what + u" needs "_s + inWords(window().minimumSizeHint()) + u":\n"_s
                                + tooLarge(&window(), smallest).join(u'\n')));
        QTRY_COMPARE(window().size(), smallest);
        const QWidget *screen = window().currentScreen();
        QVERIFY2(fits(screen->minimumSizeHint(), screen->size()),
                 qPrintable(what + u" needs "_s + inWords(screen->minimumSizeHint()) + u" of "_s
                            + inWords(screen->size())));
        QTRY_VERIFY2(cutTexts(window()).isEmpty(),
                     qPrintable(what + u": "_s + cutTexts(window()).join(u'\n')));
        savePicture(&window(), QStringLiteral(WAYMARK_PICTURES),
                    u"smallest-%1-%2"_s.arg(QString::fromLatin1(QTest::currentDataTag()),
                                            QString(what).replace(u' ', u'-')));
    }

    void start()
    {
        m_application = std::make_unique<Application>(
            DesktopSurroundings{.configuration = m_folders.path(u"configuration"_s),
                                .data = m_folders.path(u"data"_s),
                                .state = m_folders.path(u"state"_s),
                                .programFolder = m_folders.path(u"bin"_s),
                                .builtInTemplates = QStringLiteral(WAYMARK_SOURCE_DIR "/templates"),
                                .servicesFolder = m_folders.path(u"work"_s),
                                .execute = HeldExecutor::immediate()});
        m_application->start();
        QTRY_VERIFY(!m_application->catalog().isReading());
    }

private Q_SLOTS:
    void init()
    {
        m_git.configure(adasGit);
        start();
    }
    void cleanup()
    {
        m_application->theme().setTextScale(1);
        m_application.reset();
    }

    void everyScreenFits_data()
    {
        QTest::addColumn<qreal>("scale");
        QTest::newRow("100") << 1.0;
        QTest::newRow("200") << 2.0;
    }

    void everyScreenFits()
    {
        QFETCH(const qreal, scale);
        m_application->theme().setTextScale(scale);
        window().resize(smallest);
        window().goTo(u"home"_s);
        check(u"Home"_s);
        window().goTo(u"catalog"_s);
        check(u"Catalog"_s);
        window().goTo(u"create"_s);
        check(u"Create without a template"_s);
        ServiceSession &session = m_application->session();
        session.open(m_application->catalog().model().listing().entries.constFirst());
        QTRY_COMPARE(session.state(), ServiceSession::State::Editing);
        session.form().type({u"name"_s}, u"Orders"_s, 0); // a mistake, with a way to mend it
        session.form().leave({u"name"_s});
        for (int page = 0; page < session.form().rowCount(); ++page) {
            session.form().setCurrentPage(page);
            check(u"page %1"_s.arg(page + 1));
        }
        session.form().type({u"name"_s}, u"orders"_s, 0);
        session.form().type({u"owner"_s}, u"checkout"_s, 0);
        session.form().type({u"memory"_s}, u"512"_s, 0);
        QTRY_VERIFY(session.isPreviewCurrent());
        window().goTo(u"review"_s);
        check(u"Review"_s);
    }

    void aWindowOfUsualSizeKeepsIt_data()
    {
        QTest::addColumn<bool>("startsLarge");
        QTest::newRow("text that grows") << false;
        QTest::newRow("text that was large") << true;
    }

    void aWindowOfUsualSizeKeepsIt()
    {
        QFETCH(const bool, startsLarge);
        m_application->theme().setTextScale(2);
        if (startsLarge) {
            window().close();
            m_application->theme().setTextScale(1); // of this process
            m_application.reset();
            start();
            QCOMPARE(m_application->theme().textScale(), 2.0);
        }
        window().resize(1440, 900);
        ServiceSession &session = m_application->session();
        session.open(m_application->catalog().model().listing().entries.constFirst());
        QTRY_COMPARE(session.state(), ServiceSession::State::Editing);
        const auto keepsIt = [this] {
            const QSize size(1440, 900);
            QTRY_VERIFY2(fits(window().minimumSizeHint(), size),
                         qPrintable(tooLarge(&window(), {700, 900}).join(u'\n')));
            QTRY_COMPARE(window().size(), size);
            QTRY_COMPARE(cutTexts(window()).join(u'\n'), QString());
        };
        for (const QString &screen : {u"home"_s, u"catalog"_s, u"create"_s, u"review"_s}) {
            window().goTo(screen);
            keepsIt();
        }
        window().goTo(u"create"_s);
        session.form().type({u"port"_s}, u"8200"_s, 0);
        session.form().set({u"logLevel"_s}, Value(u"warn"_s));
        session.form().type({u"memory"_s}, u"512"_s, 0);
        for (int page = 0; page < session.form().rowCount(); ++page) {
            session.form().setCurrentPage(page);
            keepsIt();
        }
    }
};

QTEST_MAIN(TestSmallestWindow)
#include "tst_smallestwindow.moc"
