#include "app/cli/commandline.h"
#include "app/cli/reporter.h"
#include "models/base/json.h"
#include "tests/support/testing.h"

#include <QBuffer>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::cli;

namespace {

/// A reporter whose streams are texts.
class Desk
{
public:
    explicit Desk(const QStringList &options = {}, bool isTerminal = false,
                  const QHash<QString, QString> &environment = {})
        : m_arguments(*Arguments::parse(**findCommand(u"list"_s), options))
        , m_surroundings{.streams = {m_in, m_out, m_err, isTerminal, isTerminal, isTerminal},
                         .workingDirectory = folder.path(),
                         .environment = environment,
                         .builtInTemplates = {},
                         .configuration = {},
                         .state = {},
                         .clock = [] { return QDateTime::fromSecsSinceEpoch(0, QTimeZone::UTC); },
                         .seed = {},
                         .stop = {}}
        , reporter(m_arguments, m_surroundings)
    {
    }

    QString out()
    {
        m_out.flush();
        return m_outText;
    }
    QString err()
    {
        m_err.flush();
        return m_errText;
    }
    [[nodiscard]] QByteArray log() const
    {
        QFile file(folder.filePath(u"log"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir folder;

private:
    QString m_outText;
    QString m_errText;
    QBuffer m_in;
    QTextStream m_out{&m_outText};
    QTextStream m_err{&m_errText};
    Arguments m_arguments;
    Surroundings m_surroundings;

public:
    Reporter reporter;
};

const Problem problem{.code = u"a.code"_s,
                      .message = u"It is wrong."_s,
                      .file = u"f"_s,
                      .position = SourcePosition{2, 3},
                      .hint = u"Mend it."_s};

} // namespace

class TestReporter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aProblemIsToldWithItsWayOutAndKept()
    {
        Desk desk;
        desk.reporter.problem(problem);
        QCOMPARE(desk.err(), u"f:2:3: It is wrong.\nMend it.\n"_s);
        QCOMPARE(desk.reporter.problems(), QList<Problem>{problem});
        QVERIFY(desk.out().isEmpty());
    }

    void whatIsNoErrorIsToldByItsKind_data()
    {
        QTest::addColumn<Severity>("severity");
        QTest::addColumn<QString>("said");
        QTest::newRow("a warning") << Severity::Warning << u"f:2:3: Warning: It is wrong."_s;
        QTest::newRow("a note") << Severity::Note << u"f:2:3: Note: It is wrong."_s;
    }

    void whatIsNoErrorIsToldByItsKind()
    {
        QFETCH(const Severity, severity);
        QFETCH(const QString, said);
        Desk desk;
        Problem other = problem;
        other.severity = severity;
        desk.reporter.problem(other);
        QCOMPARE(desk.err(), said + u"\nMend it.\n"_s);
        QCOMPARE(desk.reporter.problems(), QList<Problem>{other});
    }

    void aFailureEndsInItsCode()
    {
        Desk desk;
        QCOMPARE(desk.reporter.fail(Error{problem}, WrongRequest), WrongRequest);
        QCOMPARE(desk.reporter.fail(Refusal{NotPossible, {problem, problem}}), NotPossible);
        QCOMPARE(desk.err().count(u"It is wrong."), 3);
        QCOMPARE(desk.reporter.interrupted(), NotPossible);
        QVERIFY(desk.err().endsWith(u"Interrupted; nothing was written.\n"));
        QCOMPARE(desk.reporter.problems().size(), 4);
    }

    void whatIsSaidBesideDependsOnTheOptions_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<bool>("isTerminal");
        QTest::addColumn<QString>("said");
        const QStringList none;
        QTest::newRow("without a terminal") << none << false << u"note\n"_s;
        QTest::newRow("on a terminal") << none << true << u"note\n\033[2mstep\033[0m\n"_s;
        QTest::newRow("quiet") << QStringList{u"--quiet"_s} << true << QString();
        QTest::newRow("verbose") << QStringList{u"--verbose"_s} << false << u"note\nstep\n"_s;
        QTest::newRow("without colour")
            << QStringList{u"--no-color"_s} << true << u"note\nstep\n"_s;
    }

    void whatIsSaidBesideDependsOnTheOptions()
    {
        QFETCH(const QStringList, options);
        QFETCH(const bool, isTerminal);
        QFETCH(const QString, said);
        Desk desk(options, isTerminal);
        desk.reporter.note(u"note"_s);
        desk.reporter.step(u"step"_s);
        QCOMPARE(desk.err(), said);
    }

    void colourIsForTerminalsThatWantIt_data()
    {
        QTest::addColumn<bool>("isTerminal");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("isBold");
        QTest::newRow("a terminal") << true << u"TERM"_s << u"xterm"_s << true;
        QTest::newRow("a file") << false << u"TERM"_s << u"xterm"_s << false;
        QTest::newRow("NO_COLOR") << true << u"NO_COLOR"_s << u"1"_s << false;
        QTest::newRow("NO_COLOR that is empty") << true << u"NO_COLOR"_s << QString() << true;
        QTest::newRow("a dumb terminal") << true << u"TERM"_s << u"dumb"_s << false;
    }

    void colourIsForTerminalsThatWantIt()
    {
        QFETCH(const bool, isTerminal);
        QFETCH(const QString, name);
        QFETCH(const QString, value);
        QFETCH(const bool, isBold);
        const Desk desk({}, isTerminal, {{name, value}});
        QCOMPARE(desk.reporter.bold(u"x"_s), isBold ? u"\033[1mx\033[0m"_s : u"x"_s);
        QCOMPARE(desk.reporter.dim(u"x"_s), isBold ? u"\033[2mx\033[0m"_s : u"x"_s);
    }

    void theLogIsAppendedToWithItsTimes()
    {
        Desk desk({u"--quiet"_s, u"--log"_s, u"log"_s});
        QVERIFY(!desk.reporter.logError());
        desk.reporter.note(u"two\nlines"_s);
        desk.reporter.step(u"an \033[2J escape"_s);
        desk.reporter.problem(problem);
        QCOMPARE(desk.log(),
                 QByteArray("1970-01-01T00:00:00Z two lines\n"
                            "1970-01-01T00:00:00Z an \\u{1b}[2J escape\n"
                            "1970-01-01T00:00:00Z f:2:3: It is wrong.\n"));
    }

    void aLogThatCannotBeWrittenIsAnError()
    {
        const Desk desk({u"--log"_s, u"no/log"_s});
        QVERIFY(desk.reporter.logError());
        QCOMPARE(desk.reporter.logError()->problem.file, u"no/log"_s);
        QVERIFY(!desk.reporter.logError()->problem.hint.isEmpty());
    }

    void aDocumentNamesItsSchema()
    {
        Desk desk;
        QVERIFY(!desk.reporter.hasDocument());
        desk.reporter.document(u"list"_s, {{u"templates"_s, List()}});
        QVERIFY(desk.reporter.hasDocument());
        const auto document = parseJson(desk.out().toUtf8());
        VERIFY_RESULT(document);
        QCOMPARE(*document,
                 Value(Map{{u"schema"_s, u"urn:waymark:schema:list"_s},
                           {u"version"_s, 1},
                           {u"templates"_s, List()}}));
    }

    void whatATemplateHoldsCannotDriveTheTerminal()
    {
        Desk desk;
        Problem sly = problem;
        sly.message = u"\033[2Jgone\u202e"_s;
        desk.reporter.problem(sly);
        QCOMPARE(desk.err(), u"f:2:3: \\u{1b}[2Jgone\\u{202e}\nMend it.\n"_s);
    }
};

QTEST_APPLESS_MAIN(TestReporter)
#include "tst_reporter.moc"
