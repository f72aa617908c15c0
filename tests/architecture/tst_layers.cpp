#include "tests/architecture/sourcetree.h"

#include <QLibraryInfo>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using architecture::Finding;

namespace {

/// A file may include its own folder and the folders before it. A folder need not exist yet.
const QStringList layers = {
    u"models/base/"_s,  u"models/process/"_s, u"models/yaml/"_s,  u"models/jinja/"_s,
    u"models/git/"_s,   u"models/catalog/"_s, u"models/plan/"_s,  u"models/migrate/"_s,
    u"models/fleet/"_s, u"models/jobs/"_s,    u"models/items/"_s, u"views/"_s,
    u"app/"_s,
};

/// The only places that may include a header. It belongs to the first home that names it.
struct Home
{
    QString rule;
    QRegularExpression headers;
    QStringList places; // none: nowhere in the product
};

const QStringList windows = {u"views/"_s, u"app/desktop/"_s};

const QList<Home> homes = {
    {u"YAML"_s, QRegularExpression(u"^yaml-cpp/"_s), {u"models/yaml/"_s}},
    {u"JSON Schema"_s, QRegularExpression(u"^valijson/"_s), {u"models/yaml/"_s}},
    {u"libgit2"_s, QRegularExpression(u"^git2(\\.h|/)"_s), {u"models/git/"_s}},
    {u"PCRE2"_s, QRegularExpression(u"^pcre2"_s), {u"models/base/"_s}},
    {u"GMP"_s, QRegularExpression(u"^gmp(xx)?\\.h"_s), {u"models/base/"_s}},
    {u"line editing"_s,
     QRegularExpression(u"^(editline/|histedit\\.h|readline)"_s),
     {u"app/cli/"_s}},
    {u"terminal"_s, QRegularExpression(u"^(termios|sys/ioctl|curses)\\.h$"_s), {u"app/cli/"_s}},
    {u"programs"_s,
     QRegularExpression(u"^(QProcess|spawn\\.h|sys/wait\\.h)$"_s),
     {u"models/process/"_s}},
    {u"signals"_s,
     QRegularExpression(u"^(csignal|signal\\.h)$"_s),
     {u"models/process/"_s, u"app/cli/"_s}},
    {u"threads"_s,
     QRegularExpression(
         u"^(QtConcurrent|Q(Future|Mutex|Promise|Runnable|Semaphore|Thread|WaitCondition)|"
         "Q(Read(Write)?|Recursive|Write)(Lock|Mutex)|pthread\\.h|"
         "(barrier|condition_variable|future|latch|(shared_)?mutex|semaphore|thread)$)"_s),
     {u"models/jobs/"_s}},
    {u"matching without limits"_s, QRegularExpression(u"^(QRegularExpression|regex$)"_s), {}},
    {u"data that loses order"_s,
     QRegularExpression(u"^(QJson(Document|Object|Array|Value)|QVariant(Map|Hash|List)?)$"_s),
     {u"models/items/"_s, u"views/"_s, u"app/desktop/"_s}},
    {u"network"_s,
     QRegularExpression(u"^Q(Tcp|Udp|Local(Socket|Server)|Network|Ssl|WebSocket)"_s),
     {}},
    {u"highlighting"_s,
     QRegularExpression(u"^(KF6/)?KSyntaxHighlighting"_s),
     {u"views/widgets/"_s}},
    {u"boxes"_s,
     QRegularExpression(
         u"^QtWidgets/Q(MessageBox|ErrorMessage|(File|Input|Color|Font|Progress)Dialog)"_s,
         QRegularExpression::CaseInsensitiveOption),
     {u"views/dialogs/ask."_s}},
    {u"views"_s, QRegularExpression(u"^views/"_s), windows}, // the command line needs QtCore only
    {u"widgets"_s, QRegularExpression(u"^Qt(Widgets|Gui)/"_s), windows}, // nor is a model coloured
};

/// Words that no file below a folder may hold, but for some places.
struct Ban
{
    QString rule;
    QString folder;
    QRegularExpression words;
    QStringList places;
};

const QList<Ban> bans = {
    {u"event loop"_s, u""_s, QRegularExpression(u"\\bprocessEvents\\b"_s), {}},
    {u"sleep"_s,
     u"tests/"_s,
     QRegularExpression(u"\\b(qSleep|m?sleep|usleep|qWait|singleShot|sleep_(for|until))\\s*\\("_s),
     {}},
    {u"skip"_s, u"tests/"_s, QRegularExpression(u"\\bQSKIP\\s*\\(\\s*(\"\\s*\"\\s*)?\\)"_s), {}},
    {u"programs"_s,
     u"models/"_s,
     QRegularExpression(
         u"(std::|(?<!\\w)::|\\s)(popen|v?fork|posix_spawnp?|exec[lv]p?e?|system)\\("_s),
     {u"models/process/"_s}},
    {u"test in the product"_s,
     u"models/"_s,
     QRegularExpression(u"\\bfriend\\s+class\\s+(::)?[Tt]est"_s),
     {}},
    {u"test in the product"_s,
     u"app/"_s,
     QRegularExpression(u"\\bfriend\\s+class\\s+(::)?[Tt]est"_s),
     {}},
};

struct Exception
{
    QString file;
    QString rule;
    QString why;
};

const QList<Exception> exceptions = {
    {u"tests/architecture/tst_layers.cpp"_s, u"event loop"_s, u"it plants one to prove the rule"_s},
    {u"tests/architecture/tst_layers.cpp"_s, u"sleep"_s, u"it plants one to prove the rule"_s},
    {u"tests/architecture/tst_layers.cpp"_s, u"skip"_s, u"it plants one to prove the rule"_s},
};

/// "QtWidgets/QLabel" for "QLabel": Qt's own folders know which module a header belongs to.
QString withModule(const QString &header)
{
    const QDir headers(QLibraryInfo::path(QLibraryInfo::HeadersPath));
    for (const QString &module : {u"QtWidgets/"_s, u"QtGui/"_s}) {
        if (headers.exists(module + header))
            return module + header;
    }
    return header;
}

bool isIn(const QString &file, const QStringList &places)
{
    return std::ranges::any_of(places, [&](const QString &p) { return file.startsWith(p); });
}

qsizetype layerOf(const QString &path)
{
    const auto found = std::ranges::find_if(
        layers, [&](const QString &layer) { return path.startsWith(layer); });
    return found == layers.end() ? -1 : found - layers.begin();
}

QList<Finding> misplacedIncludes(const QString &file, const QString &text)
{
    static const QRegularExpression include(
        u"^\\s*#\\s*include\\s*([\"<])(?:Qt[A-Z]\\w*/)?([^\">]+)"_s,
        QRegularExpression::MultilineOption);
    QList<Finding> findings;
    const auto layer = layerOf(file);
    if (layer < 0)
        findings += {file, u"layer"_s, u"this folder is in no layer"_s};
    for (const auto &match : include.globalMatch(text)) {
        const QString header = withModule(match.captured(2));
        const bool ours = match.captured(1) == u"\"" && !header.endsWith(u".moc");
        if (layerOf(header) > layer || (ours && layerOf(header) < 0))
            findings += {file, u"layer"_s, header};
        const auto home = std::ranges::find_if(
            homes, [&](const Home &h) { return h.headers.match(header).hasMatch(); });
        if (home != homes.end() && !isIn(file, home->places))
            findings += {file, home->rule, header};
    }
    return findings;
}

QList<Finding> findingsIn(const QString &file, const QString &text)
{
    QList<Finding> findings;
    if (!file.startsWith(u"tests/"))
        findings = misplacedIncludes(file, text);
    const bool isHeader = file.endsWith(u".h");
    if (text.count(u'\n') > (isHeader ? 150 : 500))
        findings += {file, u"size"_s, u"%1 lines"_s.arg(text.count(u'\n'))};
    if (isHeader && !text.startsWith(u"#pragma once\n"))
        findings += {file, u"pragma once"_s, u"is not the first line"_s};
    for (const Ban &ban : bans) {
        const auto match = ban.words.match(text);
        if (file.startsWith(ban.folder) && !isIn(file, ban.places) && match.hasMatch())
            findings += {file, ban.rule, match.captured().trimmed()};
    }
    return findings;
}

QList<Finding> findingsInAll()
{
    QList<Finding> findings;
    for (const auto &source :
         architecture::sourcesBelow(architecture::codeFolders, architecture::codeFiles))
        findings += findingsIn(source.path, source.text);
    return findings;
}

/// What is wrong when `listed` are allowed: each other finding, and each exception without a
/// finding.
QStringList complaints(const QList<Finding> &findings, const QList<Exception> &listed)
{
    const auto covers
        = [](const Exception &e, const Finding &f) { return e.file == f.file && e.rule == f.rule; };
    QStringList lines;
    for (const Finding &f : findings) {
        if (std::ranges::none_of(listed, [&](const Exception &e) { return covers(e, f); }))
            lines += f.toString();
    }
    for (const Exception &e : listed) {
        if (std::ranges::none_of(findings, [&](const Finding &f) { return covers(e, f); }))
            lines += e.file + u": "_s + e.rule + u": this exception is no longer needed"_s;
    }
    return lines;
}

void row(const char *name, const QString &file, const QString &text, const QString &rule)
{
    QTest::newRow(name) << file << text << rule;
}

/// A file that includes each of some headers breaks a rule.
void rowsOfHeaders(const QString &file, const QString &rule, const QList<const char *> &headers)
{
    const QString before = file.endsWith(u".h") ? u"#pragma once\n"_s : QString();
    for (const char *header : headers)
        row(header, file, before + u"#include <%1>\n"_s.arg(QLatin1String(header)), rule);
}

void rowsOfLayers()
{
    row("a layer to the right", u"models/git/a.cpp"_s, u"#include \"models/plan/plan.h\"\n"_s,
        u"layer"_s);
    row("a layer to the left", u"models/plan/a.cpp"_s, u"#include \"models/git/b.h\"\n"_s, u""_s);
    row("blanks inside and words behind", u"models/git/a.cpp"_s,
        u"int i;\n #  include <models/plan/x.h> // why not\n"_s, u"layer"_s);
    row("a path that does not start at the root", u"models/git/a.cpp"_s, u"#include \"b.h\"\n"_s,
        u"layer"_s);
    row("a folder that nobody knows", u"models/misc/a.cpp"_s, u""_s, u"layer"_s);
    row("a view in the command line", u"app/cli/a.cpp"_s, u"#include \"views/a.h\"\n"_s,
        u"views"_s);
}

void rowsOfHomes()
{
    row("YAML at home", u"models/yaml/a.cpp"_s, u"#include <yaml-cpp/yaml.h>\n"_s, u""_s);
    row("a program at home", u"models/process/a.cpp"_s, u"#include <QProcess>\n"_s, u""_s);
    row("a stop token is no thread", u"models/plan/a.cpp"_s, u"#include <stop_token>\n"_s, u""_s);
    row("a box at home", u"views/dialogs/ask.cpp"_s, u"#include <QMessageBox>\n"_s, u""_s);
    rowsOfHeaders(u"models/plan/a.cpp"_s, u"YAML"_s, {"yaml-cpp/yaml.h"});
    rowsOfHeaders(u"models/catalog/a.cpp"_s, u"JSON Schema"_s, {"valijson/validator.hpp"});
    rowsOfHeaders(u"models/plan/a.cpp"_s, u"libgit2"_s, {"git2/diff.h", "git2.h"});
    rowsOfHeaders(u"models/jinja/a.cpp"_s, u"PCRE2"_s, {"pcre2.h"});
    rowsOfHeaders(u"models/jinja/a.cpp"_s, u"GMP"_s, {"gmp.h", "gmpxx.h"});
    rowsOfHeaders(u"models/catalog/a.cpp"_s, u"line editing"_s,
                  {"editline/readline.h", "histedit.h"});
    rowsOfHeaders(u"models/catalog/a.cpp"_s, u"terminal"_s, {"termios.h", "sys/ioctl.h"});
    rowsOfHeaders(u"models/git/a.cpp"_s, u"programs"_s, {"QProcess", "QtCore/QProcess", "spawn.h"});
    rowsOfHeaders(u"models/plan/a.cpp"_s, u"signals"_s, {"csignal"});
    rowsOfHeaders(u"models/plan/a.cpp"_s, u"threads"_s,
                  {"thread", "mutex", "future", "QMutexLocker", "QThreadPool", "QtConcurrentRun",
                   "QReadWriteLock", "QFutureWatcher"});
    rowsOfHeaders(u"app/cli/a.cpp"_s, u"matching without limits"_s,
                  {"QRegularExpression", "regex"});
    rowsOfHeaders(u"models/base/a.cpp"_s, u"data that loses order"_s,
                  {"QJsonObject", "QVariantMap"});
    rowsOfHeaders(u"models/git/a.cpp"_s, u"network"_s, {"QNetworkAccessManager", "QTcpSocket"});
}

void rowsOfWindows()
{
    rowsOfHeaders(u"views/create/a.cpp"_s, u"highlighting"_s, {"KSyntaxHighlighting/Theme"});
    rowsOfHeaders(u"views/create/a.cpp"_s, u"boxes"_s,
                  {"QMessageBox", "QFileDialog", "QInputDialog", "QtWidgets/QErrorMessage"});
    rowsOfHeaders(u"models/items/a.h"_s, u"widgets"_s,
                  {"QWidget", "QDialogButtonBox", "QApplication", "QStyledItemDelegate",
                   "QTreeView", "QTextBrowser", "QWizardPage", "qlabel.h", "QColor", "QIcon"});
}

void rowsOfTexts()
{
    row("a header without its guard", u"models/git/a.h"_s, u"class A;\n"_s, u"pragma once"_s);
    row("a long header", u"views/a.h"_s, u"#pragma once\n"_s + QString(150, u'\n'), u"size"_s);
    row("a long file", u"views/a.cpp"_s, QString(501, u'\n'), u"size"_s);
    row("a nested event loop", u"views/a.cpp"_s, u"qApp->processEvents();\n"_s, u"event loop"_s);
    for (const char *call :
         {"QTest::qSleep(1)", "QTest::qWait(1)", "std::this_thread::sleep_for(1s)"})
        row(call, u"tests/git/a.cpp"_s, QString::fromLatin1(call), u"sleep"_s);
    row("a timer as a sleep", u"tests/git/a.cpp"_s, u"QTimer::singleShot(9, &loop, quit);"_s,
        u"sleep"_s);
    for (const char *skip : {"QSKIP()", "QSKIP(\"\")"})
        row(skip, u"tests/git/a.cpp"_s, QString::fromLatin1(skip), u"skip"_s);
    row("a skip with its reason", u"tests/git/a.cpp"_s, u"QSKIP(\"no display\");"_s, u""_s);
    row("waiting for something", u"tests/git/a.cpp"_s, u"QTest::qWaitFor(done);"_s, u""_s);
    for (const char *call : {" ::fork()", "std::system(line)", " execvp(a, b)", " popen(a, b)"})
        row(call, u"models/git/a.cpp"_s, QString::fromLatin1(call), u"programs"_s);
    row("a generator of the system", u"models/git/a.cpp"_s, u"QRandomGenerator::system()"_s, u""_s);
    row("a fork at home", u"models/process/a.cpp"_s, u" fork()"_s, u""_s);
    row("a test that looks inside", u"models/git/a.h"_s, u"#pragma once\nfriend class TestA;"_s,
        u"test in the product"_s);
}

} // namespace

class TestLayers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFileKeepsTheRules()
    {
        const QString found = complaints(findingsInAll(), exceptions).join(u'\n');
        QVERIFY2(found.isEmpty(), qPrintable(found));
    }

    void aPlantedViolationIsFound_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("rule"); // empty: nothing is wrong
        rowsOfLayers();
        rowsOfHomes();
        rowsOfWindows();
        rowsOfTexts();
    }

    void aPlantedViolationIsFound()
    {
        QFETCH(const QString, file);
        QFETCH(const QString, text);
        QFETCH(const QString, rule);
        QStringList found;
        for (const Finding &finding : findingsIn(file, text))
            found += finding.rule;
        QCOMPARE(found, rule.isEmpty() ? QStringList() : QStringList{rule});
    }

    void anExceptionCoversItsFindingAndNeedsIt()
    {
        const Finding finding = {u"a.cpp"_s, u"size"_s, u"600 lines"_s};
        const Exception exception = {u"a.cpp"_s, u"size"_s, u"a table"_s};
        QCOMPARE(complaints({finding}, {exception}), QStringList());
        QCOMPARE(complaints({finding}, {}), QStringList{u"a.cpp: size: 600 lines"_s});
        QCOMPARE(complaints({}, {exception}),
                 QStringList{u"a.cpp: size: this exception is no longer needed"_s});
    }
};

QTEST_APPLESS_MAIN(TestLayers)
#include "tst_layers.moc"
