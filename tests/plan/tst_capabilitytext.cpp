#include "models/plan/capabilitytext.h"

#include "models/base/json.h"
#include "models/plan/undonetext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

/// "label: item | item" of each row.
QStringList rowsInWords(const Capabilities &capabilities)
{
    QStringList lines;
    for (const CapabilityRow &row : capabilityRows(capabilities))
        lines += row.label + u": "_s + row.items.join(u" | "_s);
    return lines;
}

Capabilities ableToRun(const QList<Capabilities::Command> &commands)
{
    Capabilities capabilities;
    capabilities.commands = commands;
    return capabilities;
}

Capabilities publishingTo(const QStringList &servers, const QStringList &hosts = {})
{
    Capabilities capabilities;
    capabilities.servers = servers;
    capabilities.hosts = hosts;
    return capabilities;
}

} // namespace

/// What people read of what a template may do, and of what is left to them.
class TestCapabilityText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void howMuchItAsksAndMakesIsAlwaysTold_data()
    {
        QTest::addColumn<qsizetype>("questions");
        QTest::addColumn<qsizetype>("files");
        QTest::addColumn<bool>("isRepeating");
        QTest::addColumn<QStringList>("rows");
        const auto row = [](const char *name, qsizetype questions, qsizetype files,
                            bool isRepeating, const QStringList &rows) {
            QTest::newRow(name) << questions << files << isRepeating << rows;
        };
        row("nothing", 0, 0, false, {u"asks: up to 0 questions"_s, u"makes: no files"_s});
        row("one of each", 1, 1, false, {u"asks: one question"_s, u"makes: one file"_s});
        row("more", 2, 30, false, {u"asks: up to 2 questions"_s, u"makes: up to 30 files"_s});
        row("one for each item", 2, 1, true,
            {u"asks: up to 2 questions"_s,
             u"makes: one file, more with longer lists of answers"_s});
        row("several for each", 1, 5, true,
            {u"asks: one question"_s,
             u"makes: up to 5 files, more with longer lists of answers"_s});
    }

    void howMuchItAsksAndMakesIsAlwaysTold()
    {
        QFETCH(const qsizetype, questions);
        QFETCH(const qsizetype, files);
        QFETCH(const bool, isRepeating);
        Capabilities capabilities;
        capabilities.questions = questions;
        capabilities.files = files;
        capabilities.isRepeating = isRepeating;
        QTEST(rowsInWords(capabilities), "rows");
    }

    void theRestIsToldWhereThereIsSome()
    {
        Capabilities capabilities = publishingTo({u"publish:github"_s}, {u"a.org"_s, u"b.org"_s});
        capabilities.extensions = {u"jinja2.ext.do"_s};
        capabilities.limits = {{.message = u"No JSONata."_s, .hint = u"Do it by hand."_s},
                               {.message = u"No archives."_s,
                                .file = u"/s/t/template.yaml"_s,
                                .position = SourcePosition{.line = 12, .column = 3}}};
        capabilities.commands = {{u"task 1"_s, u"make"_s, true}};
        QCOMPARE(rowsInWords(capabilities).sliced(2),
                 (QStringList{u"runs, if you agree: task 1: make"_s,
                              u"speaks to a server with: publish:github"_s,
                              u"reaches: a.org | b.org"_s, u"needs: jinja2.ext.do"_s,
                              u"cannot do here: No JSONata. | template.yaml:12: No archives."_s}));
    }

    void aCommandIsToldInOneLine_data()
    {
        QTest::addColumn<Capabilities::Command>("command");
        QTest::addColumn<QStringList>("items");
        using Command = Capabilities::Command;
        QTest::newRow("of a task")
            << Command{u"task 2"_s, u"make all"_s, true} << QStringList{u"task 2: make all"_s};
        QTest::newRow("of several lines")
            << Command{u"task 2"_s, u"make\nmake all"_s, true} << QStringList{u"task 2"_s};
        QTest::newRow("a script of one line")
            << Command{u"hooks/x.sh"_s, u"make"_s, true} << QStringList{u"hooks/x.sh"_s};
        QTest::newRow("without text") << Command{u"task 2"_s, {}, true} << QStringList{u"task 2"_s};
        QTest::newRow("one that is never run")
            << Command{u"migration 1"_s, u"make"_s, false} << QStringList();
    }

    void aCommandIsToldInOneLine()
    {
        QFETCH(const Capabilities::Command, command);
        const QList<CapabilityRow> rows = capabilityRows(ableToRun({command}));
        QTEST(rows.size() > 2 ? rows.at(2).items : QStringList(), "items");
    }

    void whoFillsItInReadsOfCommandsAndServers_data()
    {
        QTest::addColumn<Capabilities>("capabilities");
        QTest::addColumn<QString>("notice");
        const auto task = [](int number, bool isRunnable = true) {
            return Capabilities::Command{u"task %1"_s.arg(number), u"x"_s, isRunnable};
        };
        const QString runs = u"It would run commands of its own: %1. Waymark runs none of them "
                             "here."_s;
        const QString publishes = u"It would publish or register what is made: %1."_s;
        const auto row
            = [](const char *name, const Capabilities &capabilities, const QString &notice) {
                  QTest::newRow(name) << capabilities << notice;
              };
        Capabilities harmless;
        harmless.questions = 3;
        harmless.hosts = {u"a.org"_s};
        harmless.extensions = {u"jinja2.ext.do"_s};
        row("neither", harmless, {});
        row("a command", ableToRun({task(1)}), runs.arg(u"task 1"_s));
        row("one that is never run", ableToRun({task(1, false)}), {});
        row("as many as are named", ableToRun({task(1), task(2), task(3), task(4, false)}),
            runs.arg(u"task 1, task 2, task 3"_s));
        row("one more", ableToRun({task(1), task(2), task(3), task(4)}),
            runs.arg(u"task 1, task 2, task 3 and 1 more"_s));
        row("a server", publishingTo({u"publish:github"_s}), publishes.arg(u"publish:github"_s));
        row("servers at hosts",
            publishingTo({u"a:b"_s, u"c:d"_s}, {u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s}),
            publishes.arg(u"a:b, c:d, at 1, 2, 3 and 2 more"_s));
        Capabilities both = publishingTo({u"a:b"_s});
        both.commands = {task(1)};
        row("both", both, runs.arg(u"task 1"_s) + u' ' + publishes.arg(u"a:b"_s));
    }

    void whoFillsItInReadsOfCommandsAndServers()
    {
        QFETCH(const Capabilities, capabilities);
        QTEST(capabilityNotice(capabilities), "notice");
    }

    void aNameWithAPercentSignStaysAsItIs()
    {
        const QString notice = capabilityNotice(publishingTo({u"a%2b"_s}, {u"x%1.org"_s}));
        QVERIFY2(notice.endsWith(u"a%2b, at x%1.org."_s), qPrintable(notice));
    }

    void programsReadAllOfIt()
    {
        QCOMPARE(toJson(capabilitiesToJson({}), JsonLayout::Compact),
                 R"({"questions":0,"files":0,"repeats":false,"commands":[],"servers":[],)"
                 R"("hosts":[],"extensions":[],"limits":[]})"_ba);
        Capabilities capabilities = publishingTo({u"a:b"_s}, {u"a.org"_s});
        capabilities.questions = 2;
        capabilities.files = 1;
        capabilities.isRepeating = true;
        capabilities.commands = {{u"task 1"_s, u"a\nb"_s, true}, {u"task 2"_s, {}, false}};
        capabilities.extensions = {u"e"_s};
        capabilities.limits = {{.severity = Severity::Note, .code = u"c"_s, .message = u"m"_s}};
        QCOMPARE(toJson(capabilitiesToJson(capabilities), JsonLayout::Compact),
                 R"({"questions":2,"files":1,"repeats":true,"commands":[)"
                 R"({"name":"task 1","text":"a\nb","runnable":true},)"
                 R"({"name":"task 2","text":"","runnable":false}],"servers":["a:b"],)"
                 R"("hosts":["a.org"],"extensions":["e"],)"
                 R"("limits":[{"severity":"note","code":"c","message":"m"}]})"_ba);
    }

    void whatIsLeftToDoIsToldInLines_data()
    {
        QTest::addColumn<UndoneAction>("action");
        QTest::addColumn<QStringList>("lines");
        const Publication whole{.repository = u"https://x.org/o"_s,
                                .branch = u"b"_s,
                                .title = u"Add it"_s,
                                .description = u"Long"_s};
        const QList<ResolvedInput> inputs{{u"a"_s, u"1"_s}, {u"b"_s, u"first\nsecond"_s}};
        const QStringList inputLines{u"a: 1"_s, u"b: first"_s};
        const QString place = u"to https://x.org/o, branch b: Add it"_s;
        const auto row = [](const char *name, const UndoneAction &action,
                            const QStringList &lines) { QTest::newRow(name) << action << lines; };
        row("nothing to tell", {}, {});
        row("its input", {.inputs = inputs}, inputLines);
        row("input without text", {.inputs = {{u"a"_s, {}}}}, {u"a: "_s});
        row("commands instead of input", {.inputs = inputs, .commands = {u"x"_s, u"y"_s}},
            {u"x"_s, u"y"_s});
        row("a command of several lines", {.commands = {u"cat <<E\n\nE"_s}},
            {u"cat <<E"_s, QString(), u"E"_s});
        row("a link instead of input", {.inputs = inputs, .links = {u"https://x.org"_s}},
            {u"https://x.org"_s});
        row("commands before links",
            {.publication = whole, .commands = {u"x"_s}, .links = {u"https://x.org"_s}},
            {place, u"x"_s, u"https://x.org"_s});
        row("where it goes", {.inputs = inputs, .publication = whole},
            QStringList{place} + inputLines);
        row("a repository alone", {.publication = Publication{.repository = u"o"_s}}, {u"to o"_s});
        row("without a branch", {.publication = Publication{.repository = u"o"_s, .title = u"t"_s}},
            {u"to o: t"_s});
        row("without a repository", {.publication = Publication{.branch = u"b"_s, .title = u"t"_s}},
            {});
        row("of no matter here", {.inputs = inputs, .publication = whole, .isMoot = true}, {});
        row("of no matter, but for a command",
            {.inputs = inputs, .publication = whole, .isMoot = true, .commands = {u"push"_s}},
            {u"push"_s});
    }

    void whatIsLeftToDoIsToldInLines()
    {
        QFETCH(const UndoneAction, action);
        QTEST(undoneDetails(action), "lines");
    }
};

QTEST_APPLESS_MAIN(TestCapabilityText)
#include "tst_capabilitytext.moc"
