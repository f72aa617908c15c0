#include "app/desktop/application.h"
#include "tests/desktop/desktoptesting.h"
#include "tests/support/windows.h"
#include "views/home/homescreen.h"
#include "views/home/rowlist.h"
#include "views/shell/toastarea.h"

#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

/// A user's folders, and the application that is started in them.
class Desk
{
public:
    Desk() { folders.addTemplate(u"builtin"_s, u"go"_s); }

    [[nodiscard]] std::unique_ptr<Application> start()
    {
        auto application = std::make_unique<Application>(DesktopSurroundings{
            .configuration = folders.path(u"configuration"_s),
            .data = folders.path(u"data"_s),
            .state = folders.path(u"state"_s),
            .programFolder = folders.path(u"bin"_s),
            .builtInTemplates = folders.path(u"builtin"_s),
            .ask = {.confirm =
                        [this](QWidget *, const QString &, const QString &text, const QString &) {
                            asked += text;
                            return confirm && confirm();
                        },
                    .line = [this](QWidget *, const QString &, const QString &,
                                   const QString &) -> std::optional<QString> { return line; }},
            .openFolder = [this](const QString &folder) { opened += folder; }});
        application->start();
        return application;
    }

    void addDraft(const QString &name) const
    {
        Draft draft;
        draft.name = name;
        draft.of.id = u"go"_s;
        draft.of.title = u"The go"_s;
        draft.saved = QDateTime::currentDateTimeUtc();
        folders.write(u"data/drafts/"_s + name + u".json"_s, toJson(draft));
    }

    DesktopFolders folders;
    QStringList opened;
    QStringList asked; ///< For what cannot be undone.
    std::function<bool()> confirm;
    std::optional<QString> line; ///< What is typed when one is asked for.
};

} // namespace

class TestApplication : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itStartsAndReadsTheCatalog()
    {
        Desk desk;
        const auto application = desk.start();
        application->window().resize(1500, 900);
        QVERIFY(application->window().isVisible());
        QTRY_VERIFY(!application->catalog().isReading());
        QTRY_VERIFY(findNamed<QToolButton>(&application->window(), u"Catalog up to date"_s));
        QTRY_VERIFY(findNamed<QWidget>(&application->window(), u"1 template"_s));
    }

    void draftsAreOnTheStartPage()
    {
        Desk desk;
        desk.addDraft(u"orders-api"_s);
        const auto application = desk.start();
        application->window().goTo(u"home"_s);
        QTRY_VERIFY(findNamed<RowList>(&application->window(), u"Open drafts"_s));
        const auto *list = named<RowList>(&application->window(), u"Open drafts"_s);
        QCOMPARE(list->model()->index(0, 0).data().toString(), u"orders-api"_s);
    }

    void aDraftThatIsOpenedAtOnceWaitsForItsTemplate()
    {
        Desk desk;
        desk.addDraft(u"orders-api"_s);
        const auto application = desk.start();
        auto *home = application->window().findChild<HomeScreen *>();
        QVERIFY(home && application->catalog().isReading());
        Q_EMIT home->draftWanted(u"orders-api"_s);
        QCOMPARE(application->session().state(), ServiceSession::State::Loading);
        QTRY_COMPARE(application->session().state(), ServiceSession::State::Editing);
        QCOMPARE(application->session().draftName(), u"orders-api"_s);
    }

    void draftsAreRenamedAndRemovedInTheFileMenu()
    {
        Desk desk;
        desk.addDraft(u"orders-api"_s);
        const auto application = desk.start();
        application->window().goTo(u"home"_s);
        const auto press = [&](const QString &what) {
            QTRY_VERIFY(application->window().findChild<QAction *>(what));
            application->window().findChild<QAction *>(what)->trigger();
        };
        const auto shown = [&] {
            const auto *list = findNamed<RowList>(&application->window(), u"Open drafts"_s);
            return list ? list->model()->index(0, 0).data().toString() : QString();
        };
        press(u"renameDraft orders-api"_s); // nothing is typed
        desk.line = u"Orders"_s;
        press(u"renameDraft orders-api"_s);
        QTRY_COMPARE(shown(), u"Orders"_s);
        press(u"removeDraft orders-api"_s);
        QCOMPARE(desk.asked.size(), 1);
        QCOMPARE(shown(), u"Orders"_s);
        desk.confirm = [] { return true; };
        press(u"removeDraft orders-api"_s);
        QTRY_COMPARE(shown(), QString());
        QVERIFY(!QFile::exists(desk.folders.path(u"data/drafts/orders-api.json"_s)));
    }

    void aDraftThatCannotBeReadIsRemovedWhenThatIsConfirmed()
    {
        Desk desk;
        desk.folders.write(u"data/drafts/broken.json"_s, "{");
        const auto application = desk.start();
        application->window().goTo(u"home"_s);
        QTRY_VERIFY(application->window().findChild<QAction *>(u"removeDraft broken"_s));
        const auto remove = [&application] {
            application->window().findChild<QAction *>(u"removeDraft broken"_s)->trigger();
        };
        remove();
        QCOMPARE(desk.asked.size(), 1);
        QVERIFY2(desk.asked.first().contains(u"cannot be read"), qPrintable(desk.asked.first()));
        QVERIFY(QFile::exists(desk.folders.path(u"data/drafts/broken.json"_s)));
        desk.confirm = [] { return true; };
        remove();
        QTRY_VERIFY(!QFile::exists(desk.folders.path(u"data/drafts/broken.json"_s)));
        QTRY_VERIFY(!findNamed<RowList>(&application->window(), u"Open drafts"_s));
    }

    void whatTheUserChoseComesBack()
    {
        Desk desk;
        {
            const auto application = desk.start();
            application->theme().setSchemeChoice(SchemeChoice::Dark);
            application->theme().setTextScale(1.2);
            application->window().resize(1300, 800);
            application->window().close();
        }
        const auto application = desk.start();
        QCOMPARE(application->theme().schemeChoice(), SchemeChoice::Dark);
        QCOMPARE(application->theme().textScale(), 1.2);
        application->theme().setSchemeChoice(SchemeChoice::System);
        application->theme().setTextScale(1);
    }

    void itIsWholeWhereNothingCanBeWritten()
    {
        Desk desk;
        desk.folders.write(u"configuration"_s, "a file where a folder should be");
        desk.folders.write(u"data"_s, "another");
        const auto application = desk.start();
        QTRY_VERIFY(!application->catalog().isReading());
        QVERIFY(application->window().isVisible());
        QTRY_VERIFY(!application->window().toasts().messages()->isEmpty());
        application->window().close();
    }

    void whatCannotBeKeptIsNotLostUnasked()
    {
        Desk desk;
        desk.folders.write(u"data"_s, "a file where a folder should be");
        desk.folders.write(u"builtin/go/template.yaml"_s,
                           "apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\n"
                           "metadata: {name: go, title: The go}\nspec:\n  type: service\n"
                           "  parameters: {properties: {name: {type: string}}}\n  steps: []\n");
        bool mayLose = false;
        desk.confirm = [&mayLose] { return mayLose; };
        const auto application = desk.start();
        QTRY_COMPARE(application->catalog().model().rowCount(), 1);
        ServiceSession &session = application->session();
        session.open(application->catalog().model().listing().entries.constFirst());
        QTRY_COMPARE(session.state(), ServiceSession::State::Editing);
        QVERIFY2(application->window().close(), "nothing was typed yet");
        QVERIFY(desk.asked.isEmpty());
        application->window().show();
        session.form().type({u"name"_s}, u"orders"_s, 0);
        QVERIFY(!application->window().close());
        QCOMPARE(desk.asked.size(), 1);
        QVERIFY2(desk.asked.constFirst().contains(u"orders"), qPrintable(desk.asked.constFirst()));
        QVERIFY(application->window().isVisible());
        QCOMPARE(session.form().field({u"name"_s})->text, u"orders"_s);
        mayLose = true;
        QVERIFY(application->window().close());
        QCOMPARE(desk.asked.size(), 2);
    }

    void itIsClosedWhileItReads()
    {
        Desk desk;
        for (int i = 0; i < 20; ++i)
            desk.folders.addTemplate(u"builtin"_s, u"t%1"_s.arg(i));
        const auto application = desk.start();
        application->window().close();
    }
};

QTEST_MAIN(TestApplication)
#include "tst_application.moc"
