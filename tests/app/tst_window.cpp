#include "app/cli/window.h"
#include "tests/support/clirunner.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::cli;
using namespace waymark::testing;

namespace {

/// What `waymark` alone does in an environment, beside a program of the window or not.
class Start
{
public:
    Start() { m_runner.write(u"bin/waymark"_s, ""); }

    void install(const QString &place) const
    {
        m_runner.write(place, "#!/bin/sh\n");
        QFile::setPermissions(path(place), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    [[nodiscard]] QString path(const QString &name) const { return m_runner.path(name); }

    ExitCode run(const QHash<QString, QString> &environment)
    {
        QBuffer in;
        in.open(QIODevice::ReadOnly);
        said.clear();
        QTextStream out(&printed);
        QTextStream err(&said);
        const ExitCode code = cli::run({},
                                       {.streams = {in, out, err},
                                        .workingDirectory = m_runner.path(),
                                        .environment = environment,
                                        .builtInTemplates = {},
                                        .configuration = {},
                                        .state = {},
                                        .clock = {},
                                        .seed = {},
                                        .stop = {},
                                        .programFolder = path(u"bin"_s),
                                        .become = [this](const QString &program) {
                                            became = program;
                                            return u"No memory"_s;
                                        }});
        out.flush();
        err.flush();
        return code;
    }

    QByteArray printed;
    QByteArray said;
    QString became;

private:
    CliRunner m_runner;
};

} // namespace

class TestWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waymarkAloneBecomesTheWindow_data()
    {
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("place");
        QTest::newRow("X11, beside it") << u"DISPLAY"_s << u"bin/waymark-desktop"_s;
        QTest::newRow("Wayland") << u"WAYLAND_DISPLAY"_s << u"bin/waymark-desktop"_s;
        QTest::newRow("Qt was told") << u"QT_QPA_PLATFORM"_s << u"bin/waymark-desktop"_s;
        QTest::newRow("in libexec") << u"DISPLAY"_s << u"libexec/waymark-desktop"_s;
        QTest::newRow("in a folder of it") << u"DISPLAY"_s << u"libexec/waymark/waymark-desktop"_s;
    }

    void waymarkAloneBecomesTheWindow()
    {
        QFETCH(const QString, variable);
        QFETCH(const QString, place);
        Start start;
        start.install(place);
        static_cast<void>(start.run({{variable, u":0"_s}}));
        QCOMPARE(start.became, start.path(place));
    }

    void withoutADisplayItSaysWhatElseCanBeDone()
    {
        Start start;
        start.install(u"bin/waymark-desktop"_s);
        QCOMPARE(start.run({{u"DISPLAY"_s, u""_s}}), NotPossible);
        QVERIFY(start.became.isEmpty());
        QVERIFY2(start.said.contains("no display"), start.said.constData());
        QVERIFY2(start.said.contains("waymark new"), start.said.constData());
        QVERIFY(start.printed.isEmpty());
    }

    void withoutTheProgramItSaysSo()
    {
        Start start;
        QCOMPARE(start.run({{u"DISPLAY"_s, u":0"_s}}), NotPossible);
        QVERIFY2(start.said.contains("not installed"), start.said.constData());
    }

    void aFileThatCannotBeRunIsNoProgram()
    {
        const Start start;
        start.install(u"bin/waymark-desktop"_s);
        QFile::setPermissions(start.path(u"bin/waymark-desktop"_s), QFile::ReadOwner);
        QCOMPARE(findWindowProgram(start.path(u"bin"_s)), QString());
        QCOMPARE(findWindowProgram({}), QString());
    }

    void aWindowThatDoesNotStartIsTold()
    {
        Start start;
        start.install(u"bin/waymark-desktop"_s);
        QCOMPARE(start.run({{u"DISPLAY"_s, u":0"_s}}), NotPossible);
        QVERIFY2(start.said.contains("No memory"), start.said.constData());
    }

    void whatCannotBecomeAProgramSaysWhy()
    {
        QCOMPARE(becomeProgram(u"/nowhere/waymark-desktop"_s), u"No such file or directory"_s);
    }
};

QTEST_GUILESS_MAIN(TestWindow)
#include "tst_window.moc"
