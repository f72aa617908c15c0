#include "tests/items/itemtesting.h"
#include "tests/items/sessionwatch.h"
#include "tests/plan/builtintemplates.h"
#include "tests/support/testing.h"

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;
using State = ServiceSession::State;

/// What is answered, planned and looked at, before anything is written.
class TestServiceSession : public QObject
{
    Q_OBJECT

    IsolatedGit m_git;

private Q_SLOTS:
    void init() { m_git.configure(identityText); }

    void aTemplateIsOpened()
    {
        SessionBench bench;
        SessionWatch watch(bench);
        const QSignalSpy states(&watch.session, &ServiceSession::stateChanged);
        QVERIFY(!watch.session.definition());
        watch.session.open(bench.entry());
        QCOMPARE(watch.session.state(), State::Editing);
        QCOMPARE(states.size(), 2);
        QCOMPARE(watch.session.definition()->title, u"Small service"_s);
        QVERIFY(watch.session.isPreviewCurrent());
        QVERIFY(watch.session.files().indexOfFile("README.md").isValid());
        QVERIFY2(!watch.session.blockers().isEmpty(), "the name is missing");
        QVERIFY(watch.told().isEmpty());
    }

    void whatATemplateWouldRunOrPublishIsToldBeforehand()
    {
        SessionBench bench;
        bench.write("template.yaml",
                    bench.read("template.yaml")
                        + "    - {action: publish:github, input: {repoUrl: "
                          "'github.com?owner=a&repo=b'}}\n");
        SessionWatch watch(bench);
        const QSignalSpy problems(&watch.session, &ServiceSession::problemFound);
        watch.session.open(bench.entry());
        QCOMPARE(watch.told(), QStringList{u"template.capabilities"_s});
        const auto problem = problems.first().first().value<Problem>();
        QCOMPARE(problem.severity, Severity::Note);
        QVERIFY2(problem.message.contains(u"publish:github, at github.com"_s),
                 qPrintable(problem.message));
        CatalogEntry ours = bench.entry();
        ours.source.kind = Source::Kind::BuiltIn;
        watch.session.open(ours);
        QCOMPARE(watch.told().size(), 1);
    }

    void allIsShownBeforeAllIsAnswered()
    {
        SessionBench bench;
        SessionWatch watch(bench);
        watch.session.open(bench.entry());
        watch.answer("name", "orders");
        const FileView readme = watch.session.file("README.md");
        QCOMPARE(readme.content, "# orders\n\nKept by owning-team.\n"_ba);
        QCOMPARE(readme.note, u"Not final: Owning team is not answered yet."_s);
        QVERIFY(watch.session.files()
                    .indexOfFile("README.md")
                    .data(FileTreeModel::NotFinalRole)
                    .toBool());
        QVERIFY(watch.session.file("deploy.yaml").isFinal);
        QCOMPARE(watch.session.blockers().size(), 1);
        watch.session.apply();
        QCOMPARE(watch.session.state(), State::Editing);
        QVERIFY(!watch.session.command().contains(u"owning-team"));
        QVERIFY(!watch.session.review().rows().isEmpty());
        QVERIFY(watch.session.saveDraftNow());
        const auto stored = bench.storedDrafts();
        QCOMPARE(stored.size(), 1);
        QVERIFY(!toJson(*stored.first().draft).contains("owning-team"));
        watch.answer("owner", "checkout");
        QCOMPARE(watch.session.file("README.md").note, QString());
        QVERIFY(watch.session.file("README.md").isFinal);
        QCOMPARE(watch.session.blockers(), QStringList());
        QCOMPARE(watch.session.preview().plan.destination.path, bench.work(u"orders"_s));
    }

    /// What was typed at first and cannot be read has no last value to keep.
    void aFirstAnswerThatCannotBeReadHasAStandIn()
    {
        SessionBench bench;
        bench.writeTemplate("        port: {type: integer, title: Port, minimum: 1024}\n"
                            "      required: [port]\n");
        bench.write("skeleton/port", "${{ values.port }}\n");
        SessionWatch watch(bench);
        watch.begin(bench);
        watch.answer("port", "x");
        QVERIFY(!watch.session.file("deploy.yaml").content.isEmpty());
        QVERIFY(!watch.session.blockers().isEmpty());
        QVERIFY(watch.session.preview().standIns.contains(u"port"_s));
    }

    void aTemplateThatIsGoneIsSaid()
    {
        SessionBench bench;
        SessionWatch watch(bench);
        const CatalogEntry entry = bench.entry();
        QVERIFY(QFile::remove(bench.path(u"templates/small/template.yaml"_s)));
        watch.session.open(entry);
        QCOMPARE(watch.session.state(), State::Empty);
        QCOMPARE(watch.told().size(), 1);
    }

    void eachAnswerIsPlannedAtOnce()
    {
        SessionBench bench;
        SessionWatch watch(bench);
        watch.begin(bench);
        QCOMPARE(watch.session.blockers(), QStringList());
        QCOMPARE(watch.session.destination(), bench.work(u"orders"_s));
        QVERIFY2(watch.session.message().startsWith(u"Create orders from small"),
                 qPrintable(watch.session.message()));
        const FileView readme = watch.session.file("README.md");
        QCOMPARE(readme.content, "# orders\n\nKept by checkout.\n"_ba);
        QCOMPARE(readme.name, u"README.md"_s);
        QVERIFY(readme.isCurrent);
        QVERIFY(readme.marks.isEmpty());
        QVERIFY(watch.session.safety().allPassed());
    }

    void theFocusedFieldTintsItsLines()
    {
        SessionBench bench;
        SessionWatch watch(bench);
        watch.begin(bench);
        const QSignalSpy marks(&watch.session, &ServiceSession::marksChanged);
        watch.session.focusField({u"copies"_s});
        QCOMPARE(marks.size(), 1);
        QCOMPARE(watch.session.file("deploy.yaml").marks,
                 (QList<LineMark>{{1, LineMark::Kind::Linked, u"Copies"_s, {{9, 10}}}}));
        QCOMPARE(watch.session.files()
                     .indexOfFile("deploy.yaml")
                     .data(FileTreeModel::LinkedTextRole)
                     .toString(),
                 u"1 line from Copies"_s);
    }

    void whatIsWrongIsToldBehindAPause()
    {
        SessionBench bench;
        SessionWatch watch(bench);
        watch.begin(bench);
        watch.answer("name", "Orders API");
        QVERIFY(!watch.session.blockers().isEmpty());
        QVERIFY2(!watch.session.form().field({u"name"_s})->isProblemShown, "not at once");
        QTRY_VERIFY(watch.session.form().field({u"name"_s})->isProblemShown);
        QCOMPARE(watch.session.destination(), bench.work(u"orders-api"_s));
    }

    void whatCannotBeReadKeepsTheFileAsItWas()
    {
        SessionBench bench;
        SessionWatch watch(bench);
        watch.begin(bench);
        watch.answer("copies", "3x");
        const FileView view = watch.session.file("deploy.yaml");
        QCOMPARE(view.content, "copies: 2\n"_ba);
        QVERIFY(!view.isCurrent);
        QVERIFY2(view.note.startsWith(u"Not current"), qPrintable(view.note));
        QVERIFY(watch.session.files()
                    .indexOfFile("deploy.yaml")
                    .data(FileTreeModel::NotCurrentRole)
                    .toBool());
        QVERIFY(watch.session.file("README.md").isCurrent);
    }

    void aFileThatFailsKeepsItsLastGoodText()
    {
        SessionBench bench;
        bench.write("skeleton/deploy.yaml",
                    "{% if values.copies > 5 %}${{ nope() }}{% endif %}"
                    "copies: ${{ values.copies }}\n");
        SessionWatch watch(bench);
        watch.begin(bench);
        watch.answer("copies", "7");
        const FileView view = watch.session.file("deploy.yaml");
        QCOMPARE(view.content, "copies: 2\n"_ba);
        QVERIFY(!view.isCurrent);
        QVERIFY(view.marks.isEmpty());
        QVERIFY(!watch.session.blockers().isEmpty());
        watch.answer("copies", "3");
        QCOMPARE(watch.session.file("deploy.yaml").content, "copies: 3\n"_ba);
        QVERIFY(watch.session.file("deploy.yaml").isCurrent);
        QCOMPARE(watch.session.blockers(), QStringList());
    }

    void aSecretIsMasked()
    {
        SessionBench bench;
        bench.write("skeleton/env", "TOKEN=${{ values.token }}\n");
        SessionWatch watch(bench);
        watch.begin(bench);
        watch.answer("token", "s3cret-word");
        const FileView view = watch.session.file("env");
        QCOMPARE(view.content, "TOKEN=******\n"_ba);
        QVERIFY(!watch.session.safety().allPassed());
        QVERIFY(!watch.session.blockers().isEmpty());
        QVERIFY(watch.session.command().contains(u"--secret token=env:TOKEN"));
        QVERIFY(!watch.session.command().contains(u"s3cret"));
        watch.session.acceptSecrets({"env"});
        QCOMPARE(watch.session.blockers(), QStringList());
        watch.session.declineFiles({"env"});
        QCOMPARE(watch.planned("env")->change.kind, ChangeClass::Declined);
        QCOMPARE(watch.session.file("env").content, ""_ba);
        QVERIFY(!watch.session.command().contains(u"--accept-secret"));
    }

    void aFileIsLeftOutAndTakenAgain()
    {
        SessionBench bench;
        SessionWatch watch(bench);
        watch.begin(bench);
        ReviewModel &review = watch.session.review();
        const auto row = [&] {
            for (int i = 0; i < review.rowCount(); ++i) {
                if (review.rows().at(i).path == "deploy.yaml")
                    return review.index(i);
            }
            return QModelIndex();
        };
        QVERIFY(review.setData(row(), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(watch.planned("deploy.yaml")->change.kind, ChangeClass::Declined);
        QCOMPARE(watch.session.preview().plan.deviations.size(), 1);
        QVERIFY(watch.session.file("deploy.yaml").note.startsWith(u"Left out"));
        QCOMPARE(watch.session.file("deploy.yaml").content, "copies: 2\n"_ba);
        QVERIFY(watch.session.command().contains(u" --decline deploy.yaml"));
        QVERIFY(review.setData(row(), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(watch.planned("deploy.yaml")->change.kind, ChangeClass::New);
    }

    void aDestinationThatCannotBeIsSaidAndAllIsShown()
    {
        SessionBench bench;
        put(bench.work(u"taken/notes.txt"_s), "mine");
        SessionWatch watch(bench);
        watch.begin(bench);
        watch.session.setDestination(bench.work(u"taken"_s));
        QCOMPARE(watch.session.blockers().size(), 1);
        QVERIFY(!watch.session.safety().allPassed());
        QCOMPARE(watch.session.file("README.md").content, "# orders\n\nKept by checkout.\n"_ba);
        QVERIFY(QFile::remove(bench.work(u"taken/notes.txt"_s)));
        watch.session.lookAgain();
        QCOMPARE(watch.session.blockers(), QStringList());
        watch.session.setDestination({});
        QCOMPARE(watch.session.destination(), bench.work(u"orders"_s));
    }

    void theHomeFolderIsWrittenAsATilde()
    {
        SessionBench bench;
        SessionWatch watch(bench);
        watch.begin(bench);
        watch.session.setDestination(u"~/orders/"_s);
        QCOMPARE(watch.session.destination(), QDir::homePath() + u"/orders"_s);
    }

    void theCommandMakesTheSame()
    {
        SessionBench bench;
        SessionWatch watch(bench);
        watch.begin(bench);
        const QString made = u"waymark new small "_s + bench.work(u"orders"_s)
            + u" --set name=orders --set owner=checkout"_s;
        QCOMPARE(watch.session.command(), made + u" --defaults"_s);
        watch.answer("size", "large");
        watch.session.form().setReason(u"size"_s, u"many orders"_s);
        watch.session.setMessage(u"Add orders"_s);
        watch.session.setBranch(u"add"_s);
        watch.session.setSignsOff(true);
        QCOMPARE(watch.session.command(),
                 made
                     + u" --set size=large --reason 'size=many orders' --message 'Add orders' "
                       "--branch add --sign-off --defaults"_s);
        watch.session.setCommits(false);
        QVERIFY(watch.session.command().endsWith(u" --no-commit --defaults"));
        watch.session.setMessage(u"  "_s);
        QVERIFY(watch.session.message().startsWith(u"Create orders"));
    }

    void theAuthorIsTheUsersOwn()
    {
        m_git.configure("");
        SessionBench bench;
        SessionWatch watch(bench);
        watch.begin(bench);
        QCOMPARE(watch.session.author(), QString());
        QVERIFY(!watch.session.setAuthor(u"Ada"_s, u"not an address"_s));
        QVERIFY(!watch.session.setAuthor(u" "_s, u"ada@example.org"_s));
        QCOMPARE(contentsOf(m_git.configPath()), ""_ba);
        VERIFY_RESULT(watch.session.setAuthor(u"Ada Lovelace"_s, u"ada@example.org"_s));
        QCOMPARE(watch.session.author(), u"Ada Lovelace <ada@example.org>"_s);
        QCOMPARE(gitOutput(bench.path({}), "config --global user.email"), "ada@example.org"_ba);
        QCOMPARE(watch.session.blockers(), QStringList());
    }

    void answersAreTakenFromAFile()
    {
        SessionBench bench;
        SessionWatch watch(bench);
        watch.session.open(bench.entry());
        const auto told
            = watch.session.loadAnswers("{name: bills, owner: ada, nmae: x}", u"answers.yaml"_s);
        VERIFY_RESULT(told);
        QCOMPARE(told->size(), 1);
        QCOMPARE(watch.session.file("README.md").content, "# bills\n\nKept by ada.\n"_ba);
        QVERIFY(!watch.session.loadAnswers("[", u"answers.yaml"_s));
    }

    void aBuiltInTemplateIsReadyWithTwoAnswers_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("Go") << u"go-service"_s;
        QTest::newRow("Python") << u"python-service"_s;
    }

    void aBuiltInTemplateIsReadyWithTwoAnswers()
    {
        QFETCH(const QString, name);
        SessionBench bench;
        SessionWatch watch(bench);
        watch.session.open(builtIn(name).entry);
        watch.answer("name", "orders");
        watch.answer("owner", "checkout");
        QCOMPARE(watch.session.blockers(), QStringList());
        QVERIFY(watch.session.safety().allPassed());
        QCOMPARE_GT(watch.session.review().fileCount(), 20);
        watch.session.focusField({u"name"_s});
        QVERIFY(!watch.session.file("README.md").marks.isEmpty());
    }
};

QTEST_MAIN(TestServiceSession)
#include "tst_servicesession.moc"
