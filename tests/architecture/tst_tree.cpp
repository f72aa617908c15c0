#include "tests/architecture/sourcetree.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using architecture::Finding;
using architecture::SourceFile;

namespace {

/// What the root holds beside dot files and what is built; a folder of windows may be missing.
const QSet<QString> topLevel = {
    u"CMakeLists.txt"_s,  u"CMakePresets.json"_s,
    u"CONTRIBUTING.md"_s, u"LICENSE"_s,
    u"README.md"_s,       u"app"_s,
    u"models"_s,          u"packaging"_s,
    u"resources"_s,       u"templates"_s,
    u"tests"_s,           u"views"_s,
};
const QSet<QString> optional = {u"views"_s};
const QSet<QString> ignored = {u"build"_s, u"CMakeUserPresets.json"_s};

/// `text` with each foreach() over plain words written out.
QString withoutLoops(QString text)
{
    static const QRegularExpression loop(u"foreach\\((\\w+) ([^)]*)\\)(.*?)endforeach\\(\\)"_s,
                                         QRegularExpression::DotMatchesEverythingOption);
    for (auto match = loop.match(text); match.hasMatch(); match = loop.match(text)) {
        QString all;
        for (const QString &item : match.captured(2).split(u' ', Qt::SkipEmptyParts))
            all += match.captured(3).replace(u"${"_s + match.captured(1) + u'}', item.trimmed());
        text.replace(match.capturedStart(), match.capturedLength(), all);
    }
    return text;
}

/// The source files that a CMakeLists.txt names: by their path from its folder, or as a test.
QSet<QString> namedIn(const SourceFile &list)
{
    static const QRegularExpression word(u"[^\\s()\"]+"_s);
    const QString folder = list.path.section(u'/', 0, -2);
    QSet<QString> names;
    for (const auto &match : word.globalMatch(withoutLoops(list.text))) {
        QString name = match.captured();
        name.replace(u"${CMAKE_CURRENT_SOURCE_DIR}/"_s, u""_s);
        if (name.startsWith(u"${PROJECT_SOURCE_DIR}/"))
            names += name.mid(name.indexOf(u'/') + 1);
        names += QDir::cleanPath(folder + u'/' + name);
        names += u"tests/"_s + name + u".cpp"_s;
    }
    return names;
}

/// The files that no list names. A header of the tests need only be included somewhere.
QList<Finding> unnamedFiles(const QList<SourceFile> &lists, const QList<SourceFile> &sources)
{
    QSet<QString> named;
    for (const SourceFile &list : lists)
        named += namedIn(list);
    static const QRegularExpression include(u"^#include \"(tests/[^\"]+)\""_s,
                                            QRegularExpression::MultilineOption);
    for (const SourceFile &source : sources) {
        for (const auto &match : include.globalMatch(source.text))
            named += match.captured(1);
    }
    QList<Finding> findings;
    for (const SourceFile &source : sources) {
        if (!named.contains(source.path))
            findings += {source.path, u"unnamed"_s, u"no CMakeLists.txt builds it"_s};
    }
    return findings;
}

/// Words about how the project is made, not about what it is.
QList<Finding> wordsAboutTheMaking(const SourceFile &file)
{
    static const QRegularExpression words(
        u"\\.\\./"
        "shared\\b|/work/(plan|wt|main|shared)\\b|\\b[Ii]ssues?\\s+#?\\d|"
        "\\b(TO"
        "DO|FIX"
        "ME)\\b|^(<{7}|>{7}) "_s,
        QRegularExpression::MultilineOption);
    QList<Finding> findings;
    for (const auto &match : words.globalMatch(file.text))
        findings += {file.path, u"words"_s, match.captured()};
    return findings;
}

QString lines(const QList<Finding> &findings)
{
    QString all;
    for (const Finding &finding : findings)
        all += finding.toString() + u'\n';
    return all;
}

} // namespace

class TestTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRootHoldsWhatItShould()
    {
        const QStringList entries
            = architecture::root().entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
        const auto found = QSet<QString>(entries.begin(), entries.end()) - ignored;
        QCOMPARE(found - topLevel, QSet<QString>());
        QCOMPARE(topLevel - optional - found, QSet<QString>());
    }

    void everyFileIsBuilt()
    {
        const auto lists
            = architecture::sourcesBelow(architecture::codeFolders, {u"CMakeLists.txt"_s});
        const auto sources
            = architecture::sourcesBelow(architecture::codeFolders, architecture::codeFiles);
        QVERIFY(!sources.isEmpty());
        const QString found = lines(unnamedFiles(lists, sources));
        QVERIFY2(found.isEmpty(), qPrintable(found));
    }

    void aFileIsNamedInManyWays_data()
    {
        QTest::addColumn<QString>("list");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("named");
        const auto row
            = [](const char *name, const QString &list, const QString &text, const QString &file,
                 bool named) { QTest::newRow(name) << list << text << file << named; };
        row("beside the list", u"models/git/CMakeLists.txt"_s,
            u"waymark_library(git SOURCES a.cpp)"_s, u"models/git/a.cpp"_s, true);
        row("a name that ends alike", u"models/git/CMakeLists.txt"_s, u"SOURCES aa.cpp"_s,
            u"models/git/a.cpp"_s, false);
        row("in a folder below", u"models/jinja/CMakeLists.txt"_s, u"SOURCES\n  filters/a.cpp\n"_s,
            u"models/jinja/filters/a.cpp"_s, true);
        row("in another folder", u"models/jinja/CMakeLists.txt"_s, u"SOURCES a.cpp"_s,
            u"models/jinja/filters/a.cpp"_s, false);
        row("as a test", u"tests/git/CMakeLists.txt"_s, u"waymark_test(git/tst_a Waymark::git)"_s,
            u"tests/git/tst_a.cpp"_s, true);
        row("in a loop", u"tests/git/CMakeLists.txt"_s,
            u"foreach(name a b)\n  waymark_test(git/tst_${name} Waymark::git)\nendforeach()"_s,
            u"tests/git/tst_b.cpp"_s, true);
        row("from the root", u"tests/git/CMakeLists.txt"_s,
            u"${PROJECT_SOURCE_DIR}/tests/support/a.cpp"_s, u"tests/support/a.cpp"_s, true);
        row("from above", u"tests/git/CMakeLists.txt"_s, u"../support/a.cpp"_s,
            u"tests/support/a.cpp"_s, true);
    }

    void aFileIsNamedInManyWays()
    {
        QFETCH(const QString, list);
        QFETCH(const QString, text);
        QFETCH(const QString, file);
        QFETCH(const bool, named);
        QCOMPARE(unnamedFiles({{list, text}}, {{file, QString()}}).isEmpty(), named);
    }

    void aHeaderOfTheTestsIsIncludedSomewhere()
    {
        const SourceFile header = {u"tests/support/a.h"_s, QString()};
        const SourceFile test = {u"tests/git/tst_a.cpp"_s, u"#include \"tests/support/a.h\"\n"_s};
        const SourceFile list = {u"tests/git/CMakeLists.txt"_s, u"waymark_test(git/tst_a)"_s};
        QCOMPARE(lines(unnamedFiles({list}, {header, test})), QString());
        QCOMPARE(unnamedFiles({list}, {header}).size(), 1);
    }

    void picturesOfTheReadmeAreThere()
    {
        static const QRegularExpression picture(u"!\\[[^\\]]+\\]\\(([^)]+)\\)"_s);
        int count = 0;
        for (const auto &match :
             picture.globalMatch(architecture::readSource(u"README.md"_s).text)) {
            const QString path = match.captured(1);
            QVERIFY2(architecture::root().exists(path), qPrintable(path));
            ++count;
        }
        QCOMPARE(count, 2);
    }

    void noFileSaysHowItWasMade()
    {
        QList<Finding> findings;
        const QStringList folders = {u".ci"_s,       u"app"_s,       u"models"_s, u"packaging"_s,
                                     u"resources"_s, u"templates"_s, u"tests"_s,  u"views"_s};
        auto files = architecture::sourcesBelow(folders, {u"*"_s});
        for (const QString &name :
             {u"README.md"_s, u"CONTRIBUTING.md"_s, u"CMakeLists.txt"_s, u"CMakePresets.json"_s})
            files += architecture::readSource(name);
        for (const SourceFile &file : std::as_const(files))
            findings += wordsAboutTheMaking(file);
        const QString found = lines(findings);
        QVERIFY2(found.isEmpty(), qPrintable(found));
    }

    void aPlantedWordIsFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("a folder beside the project") << u"see .."_s + u"/shared/CODE.md"_s;
        QTest::newRow("a number of an issue") << u"as issue"_s + u" 3 wants"_s;
        QTest::newRow("the same with a hash") << u"see issue"_s + u" #12"_s;
        QTest::newRow("work to be done") << u"// TO"_s + u"DO: later"_s;
        QTest::newRow("a conflict left behind") << u"a\n"_s + QString(7, u'<') + u" HEAD\n"_s;
    }

    void aPlantedWordIsFound()
    {
        QFETCH(const QString, text);
        QCOMPARE(wordsAboutTheMaking({u"a.cpp"_s, text}).size(), 1);
        QCOMPARE(wordsAboutTheMaking({u"a.md"_s, u"Open an issue on GitHub."_s}).size(), 0);
    }
};

QTEST_APPLESS_MAIN(TestTree)
#include "tst_tree.moc"
