#include "models/git/identity.h"
#include "tests/git/gitcommand.h"

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
