#include "models/git/identity.h"
#include "tests/git/gitcommand.h"

#include <list>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;
using git::Person;

namespace {

/// An environment variable with another value while one lives.
class Variable
{
public:
    Variable(const char *name, const QByteArray &value)
        : m_name(name)
        , m_before(qgetenv(name))
        , m_wasSet(qEnvironmentVariableIsSet(name))
    {
        qputenv(name, value);
    }
    ~Variable()
    {
        if (m_wasSet)
            qputenv(m_name, m_before);
        else
            qunsetenv(m_name);
    }
    Q_DISABLE_COPY_MOVE(Variable)

private:
    const char *m_name;
    QByteArray m_before;
    bool m_wasSet;
};

} // namespace

class TestIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_git.configure(identityText); }

    void anIdentIsReadBack_data()
    {
        QTest::addColumn<QByteArray>("ident");
        QTest::addColumn<Person>("person");
        const auto row = [](const char *name, const QByteArray &ident, const Person &person) {
            QTest::newRow(name) << ident << person;
        };
        row("plain", "Ada <ada@example.org> 1700000000 +0100", ada());
        row("west of Greenwich, half an hour", "Ada L. <a@b> 5 -0330",
            {u"Ada L."_s, u"a@b"_s, 5, -210});
        row("umlauts and a bracket", "Jürgen (x) <j@ü.de> 0 +0000",
            {u"Jürgen (x)"_s, u"j@ü.de"_s, 0, 0});
        row("before the epoch", "A <a@b> -86400 +1345", {u"A"_s, u"a@b"_s, -86400, 825});
    }

    void anIdentIsReadBack()
    {
        QFETCH(const QByteArray, ident);
        QFETCH(const Person, person);
        QCOMPARE(Person::parse(ident), person);
        QCOMPARE(person.toIdent(), ident);
    }

    void whatIsNoIdentIsNoPerson_data()
    {
        QTest::addColumn<QByteArray>("ident");
        for (const char *ident :
             {"", "Ada", "Ada <ada@example.org>", "Ada <ada@example.org> now +0100",
              "Ada <a> 1 0100x", "Ada >a< 1 +0100", "Ada <a> 1 +0100 2"})
            QTest::newRow(ident) << QByteArray(ident);
    }

    void whatIsNoIdentIsNoPerson()
    {
        QFETCH(const QByteArray, ident);
        QVERIFY(!Person::parse(ident));
    }

    void theConfiguredUserCommits()
    {
        const Checkout checkout;
        const auto repository = git::Repository::open(checkout.path());
        const auto identity = git::identity(*repository);
        VERIFY_RESULT(identity);
        QCOMPARE(identity->author.toString(), u"Ada <ada@example.org>"_s);
        QCOMPARE(identity->committer.toString(), u"Ada <ada@example.org>"_s);
        QVERIFY(identity->author.time > 1'600'000'000);
        checkout.run("config user.email ada@work.example");
        QCOMPARE(git::identity(*repository)->committer.email, u"ada@work.example"_s);
        QCOMPARE(git::configuredUser(&*repository)->email, u"ada@work.example"_s);
        QCOMPARE(git::configuredUser()->email, u"ada@example.org"_s);
    }

    void theEnvironmentWins_data()
    {
        QTest::addColumn<bool>("gitIsThere");
        QTest::newRow("git var") << true;
        QTest::newRow("libgit2, where git is missing") << false;
    }

    void theEnvironmentWins()
    {
        QFETCH(const bool, gitIsThere);
        const Checkout checkout;
        const auto repository = git::Repository::open(checkout.path());
        const Variable author("GIT_AUTHOR_NAME", "Grace");
        const Variable email("GIT_COMMITTER_EMAIL", "office@example.org");
        const Variable date("GIT_AUTHOR_DATE", "1700000000 +0100");
        const Variable path("PATH", gitIsThere ? qgetenv("PATH") : QFile::encodeName(m_git.home()));
        const auto identity = git::identity(*repository);
        VERIFY_RESULT(identity);
        QCOMPARE(identity->author, (Person{u"Grace"_s, u"ada@example.org"_s, 1'700'000'000, 60}));
        QCOMPARE(identity->committer.toString(), u"Ada <office@example.org>"_s);
    }

    void nobodyIsAProblemWithItsFix_data() { theEnvironmentWins_data(); }

    void nobodyIsAProblemWithItsFix()
    {
        QFETCH(const bool, gitIsThere);
        m_git.configure(
            "[user]\n\tuseConfigOnly = true\n"); // else git may guess one from the host's name
        const Checkout checkout;
        const auto repository = git::Repository::open(checkout.path());
        const Variable path("PATH", gitIsThere ? qgetenv("PATH") : QFile::encodeName(m_git.home()));
        const auto identity = git::identity(*repository);
        QVERIFY(!identity);
        const Problem &problem = identity.error().problem;
        QCOMPARE(problem.code, u"git.identity"_s);
        QVERIFY(!problem.message.contains(u'\n'));
        QVERIFY(problem.hint.contains(u"git config --global user.name "_s));
        QVERIFY(problem.hint.contains(u"git config --global user.email "_s));
        QCOMPARE(git::configuredUser(&*repository), std::nullopt);
    }

    void whatIsMissingIsToldBeforeAnythingIsCommitted_data()
    {
        QTest::addColumn<QByteArray>("configuration");
        QTest::addColumn<QByteArrayList>("variables"); // that are set to "x"
        QTest::addColumn<QString>("severity"); // empty: nothing is missing
        const auto row = [](const char *name, const QByteArray &configuration,
                            const QByteArrayList &variables, const QString &severity) {
            QTest::newRow(name) << configuration << variables << severity;
        };
        row("all is there", "[user]\n name = A\n email = a@b\n", {}, u""_s);
        row("nothing is", "", {}, u"warning"_s);
        row("no address", "[user]\n name = A\n", {}, u"warning"_s);
        row("no name", "[user]\n email = a@b\n", {}, u"warning"_s);
        row("git may not guess", "[user]\n useConfigOnly = true\n", {}, u"error"_s);
        row("an address of the system's", "[user]\n name = A\n", {"EMAIL"}, u""_s);
        row("all in the environment", "",
            {"GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"},
            u""_s);
        row("the author alone", "", {"GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL"}, u"warning"_s);
        row("one each", "[author]\n name = A\n email = a@b\n[committer]\n name = C\n email = c@d\n",
            {}, u""_s);
        row("it depends on the place", "[includeIf \"gitdir:~/work/\"]\n path = work\n", {}, u""_s);
    }

    void whatIsMissingIsToldBeforeAnythingIsCommitted()
    {
        QFETCH(const QByteArray, configuration);
        QFETCH(const QByteArrayList, variables);
        QFETCH(const QString, severity);
        m_git.configure(configuration);
        std::list<Variable> set;
        for (const QByteArray &name : variables)
            set.emplace_back(name.constData(), "x");
        const auto problem = git::doubtfulIdentity();
        QCOMPARE(problem.has_value(), !severity.isEmpty());
        if (!problem)
            return;
        QCOMPARE(problem->code, u"git.identity"_s);
        QCOMPARE(problem->severity == Severity::Error, severity == u"error");
        QVERIFY(problem->hint.contains(u"git config --global user.name "_s));
    }

    void whomGitCannotGuessIsMissing_data()
    {
        QTest::addColumn<bool>("gitIsThere");
        QTest::addColumn<QByteArrayList>("settings"); // that git sees, and libgit2 does not
        QTest::addColumn<bool>("isMissing");
        QTest::newRow("it may not guess")
            << true << QByteArrayList{"user.useConfigOnly", "true"} << true;
        QTest::newRow("it knows") << true << QByteArrayList{"user.name", "A", "user.email", "a@b"}
                                  << false;
        QTest::newRow("it is not there")
            << false << QByteArrayList{"user.name", "A", "user.email", "a@b"} << true;
    }

    void whomGitCannotGuessIsMissing()
    {
        QFETCH(const bool, gitIsThere);
        QFETCH(const QByteArrayList, settings);
        QFETCH(const bool, isMissing);
        m_git.configure("");
        const Checkout checkout;
        const auto repository = git::Repository::open(checkout.path());
        VERIFY_RESULT(repository);
        std::list<Variable> set;
        set.emplace_back("GIT_CONFIG_COUNT", QByteArray::number(settings.size() / 2));
        QByteArrayList names;
        for (qsizetype i = 0; i < settings.size(); ++i)
            names += (i % 2 == 0 ? "GIT_CONFIG_KEY_" : "GIT_CONFIG_VALUE_")
                + QByteArray::number(i / 2);
        for (qsizetype i = 0; i < settings.size(); ++i)
            set.emplace_back(names.at(i).constData(), settings.at(i));
        const Variable path("PATH", gitIsThere ? qgetenv("PATH") : QFile::encodeName(m_git.home()));
        const git::Repository *nowhere = nullptr;
        for (const git::Repository *place : {&*repository, nowhere}) {
            const auto problem = git::missingIdentity(place);
            QCOMPARE(problem.has_value(), isMissing);
            QVERIFY(!problem || problem->severity == Severity::Error);
        }
        m_git.configure("[user]\n name = A\n email = a@b\n");
        QVERIFY(!git::missingIdentity());
    }

    void anExpectedAuthorIsTheNextOne()
    {
        m_git.configure("[user]\n name = A\n email = a@b\n[author]\n name = Author\n");
        QCOMPARE(git::expectedAuthor()->toString(), u"Author <a@b>"_s);
        {
            const Variable email("GIT_AUTHOR_EMAIL", "x@y");
            QCOMPARE(git::expectedAuthor()->toString(), u"Author <x@y>"_s);
        }
        m_git.configure("[user]\n name = A\n");
        QCOMPARE(git::expectedAuthor(), std::nullopt);
        const Variable email("EMAIL", "x@y");
        QCOMPARE(git::expectedAuthor()->toString(), u"A <x@y>"_s);
    }

    void theUserIsConfigured_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::newRow("nothing there") << ""_ba;
        QTest::newRow("others there") << "# mine\n[core]\n\teditor = vi\n"_ba;
        QTest::newRow("one there") << "[user]\n\tname = Bo\n"_ba;
    }

    void theUserIsConfigured()
    {
        QFETCH(const QByteArray, before);
        m_git.configure(before);
        VERIFY_RESULT(git::configureUser(u" Ada Lovelace "_s, u"ada@example.org"_s));
        QCOMPARE(git::configuredUser()->toString(), u"Ada Lovelace <ada@example.org>"_s);
        QCOMPARE(gitOutput(m_git.home(), "config --global user.name"), "Ada Lovelace"_ba);
        QFile file(m_git.configPath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        if (before.startsWith('#'))
            QVERIFY(file.readAll().startsWith(before));
    }

    void noUserIsMadeOfNothing_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("email");
        QTest::newRow("no name") << u" "_s << u"a@b"_s;
        QTest::newRow("no address") << u"Ada"_s << u""_s;
        QTest::newRow("a name of two lines") << u"Ada\nBo"_s << u"a@b"_s;
        QTest::newRow("an address in brackets") << u"Ada"_s << u"<a@b>"_s;
        QTest::newRow("an address with a blank") << u"Ada"_s << u"a @b"_s;
    }

    void noUserIsMadeOfNothing()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, email);
        m_git.configure("");
        const auto set = git::configureUser(name, email);
        QVERIFY(!set);
        QCOMPARE(set.error().problem.code, u"git.identity"_s);
        QCOMPARE(git::configuredUser(), std::nullopt);
    }

    void theFileIsTheOneThatGitWrites()
    {
        const QString other = m_git.home() + u"/git/config"_s;
        {
            const Variable none("GIT_CONFIG_GLOBAL", "");
            QVERIFY2(!git::configureUser(u"Ada"_s, u"a@b"_s), "it names no file");
        }
        qunsetenv("GIT_CONFIG_GLOBAL");
        QVERIFY(QFile::remove(m_git.configPath()));
        put(other, "");
        VERIFY_RESULT(git::configureUser(u"Ada"_s, u"a@b"_s));
        QCOMPARE(gitOutput(m_git.home(), "config --global user.name"), "Ada"_ba);
        QVERIFY(!QFile::exists(m_git.configPath()));
        QVERIFY(QFile::remove(other));
        VERIFY_RESULT(git::configureUser(u"Bo"_s, u"a@b"_s));
        QVERIFY(QFile::exists(m_git.configPath()));
        QCOMPARE(gitOutput(m_git.home(), "config --global user.name"), "Bo"_ba);
        qputenv("GIT_CONFIG_GLOBAL", QFile::encodeName(m_git.configPath()));
    }

    void theRepositorysOwnConfigurationCounts()
    {
        m_git.configure("");
        const Checkout checkout;
        checkout.run("config user.name Ada");
        checkout.run("config user.email ada@example.org");
        const auto repository = git::Repository::open(checkout.path());
        VERIFY_RESULT(repository);
        QVERIFY(git::doubtfulIdentity());
        QVERIFY(!git::doubtfulIdentity(&*repository));
    }

    void halfAnIdentityIsNone()
    {
        m_git.configure("[user]\n\tname = Ada\n\tuseConfigOnly = true\n");
        const Checkout checkout;
        QVERIFY(!git::identity(*git::Repository::open(checkout.path())));
        QCOMPARE(git::configuredUser(), std::nullopt);
    }

private:
    IsolatedGit m_git;
};

QTEST_GUILESS_MAIN(TestIdentity)
#include "tst_identity.moc"
