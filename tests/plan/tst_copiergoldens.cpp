#include "models/catalog/copierreader.h"
#include "models/plan/rendering.h"
#include "models/yaml/yaml.h"
#include "tests/support/testing.h"

#include <QDir>
#include <QFile>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

/// A section of one of the files beside make_goldens.py, which says what they hold.
struct Section
{
    QByteArrayList words;
    QByteArrayList lines;

    [[nodiscard]] bool is(QByteArrayView kind) const { return words.first() == kind; }
    [[nodiscard]] bool has(const QByteArray &flag) const
    {
        return !isLink() && words.sliced(2).contains(flag);
    }
    [[nodiscard]] bool isLink() const { return words.contains("->"); }
    [[nodiscard]] bool isFolder() const { return path().endsWith('/'); }
    [[nodiscard]] QByteArray target() const { return words.last(); }
    [[nodiscard]] QByteArray path() const
    {
        QByteArrayList names = words.sliced(1);
        if (isLink())
            return names.first(names.indexOf("->")).join(' ');
        while (names.size() > 1 && QByteArrayList{"x", "chop", "base64"}.contains(names.last()))
            names.removeLast();
        return names.join(' ');
    }
    [[nodiscard]] QByteArray content() const
    {
        if (has("base64"))
            return QByteArray::fromBase64(lines.join());
        QByteArray text;
        for (const QByteArray &line : lines)
            text += line + '\n';
        if (has("chop"))
            text.chop(1);
        return text;
    }
    [[nodiscard]] FileMode mode() const
    {
        return isLink() ? FileMode::Link : has("x") ? FileMode::Executable : FileMode::Regular;
    }
};

struct Case
{
    QString name;
    QList<TemplateFile> files;
    QList<QByteArray> folders;
    QByteArray answers;
    QStringList made; ///< Of each file and empty folder, what it is and holds.
    bool isRefused = false;
};

QList<Section> sectionsOf(const QByteArray &text)
{
    QList<Section> sections;
    QByteArrayList lines = text.split('\n');
    lines.removeLast();
    for (const QByteArray &line : lines) {
        if (line.startsWith("#! "))
            sections += Section{.words = line.sliced(3).split(' '), .lines = {}};
        else
            sections.last().lines += line;
    }
    return sections;
}

QString picture(const QByteArray &path, FileMode mode, const QByteArray &content)
{
    const QString kind = mode == FileMode::Link ? u" -> "_s
        : mode == FileMode::Executable          ? u" x: "_s
                                                : u": "_s;
    return QString::fromUtf8(path) + kind + QString::fromLatin1(content.toPercentEncoding(" \n"));
}

QList<Case> casesOf(const QString &file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(file));
    QList<Case> cases;
    Case now;
    QString name;
    for (const Section &section : sectionsOf(source.readAll())) {
        const QByteArray path = section.words.size() > 1 ? section.path() : QByteArray();
        if (section.is("case")) {
            now = {};
            name = QString::fromUtf8(path);
        } else if (section.is("template") && section.isFolder()) {
            now.folders += path.chopped(1);
        } else if (section.is("template")) {
            now.files += {.path = path,
                          .mode = section.mode(),
                          .content = section.isLink() ? section.target() : section.content()};
        } else if (section.is("answers")) {
            cases += now;
            cases.last().name = name + u": "_s + QString::fromUtf8(path);
            cases.last().answers = section.content();
        } else if (section.is("refused")) {
            cases.last().isRefused = true;
        } else if (section.is("made")) {
            cases.last().made += section.isFolder()
                ? QString::fromUtf8(path)
                : picture(path, section.mode(),
                          section.isLink() ? section.target() : section.content());
        }
    }
    return cases;
}

QList<Case> allCases()
{
    static const QList<Case> all = [] {
        QList<Case> cases;
        const QDir folder(QStringLiteral(WAYMARK_SOURCE_DIR "/tests/copier"));
        for (const QString &name : folder.entryList({u"*.txt"_s}, QDir::Files, QDir::Name))
            cases += casesOf(folder.filePath(name));
        return cases;
    }();
    return all;
}

const QString place = u"/tmp/waymark-copier"_s;

LoadedTemplate loadedOf(const Case &one)
{
    LoadedTemplate loaded;
    loaded.entry.source = {.name = u"tests"_s, .folder = place + u"/template"_s};
    loaded.tree = TemplateTree(one.files, one.folders);
    const TemplateTree &tree = loaded.tree;
    TemplateTexts texts{.definition = tree.find("copier.yml")->content,
                        .sidecar = {},
                        .format = TemplateFormat::Copier,
                        .name = "copier.yml"};
    texts.files = [&tree](const QByteArray &path) -> std::optional<Result<QByteArray>> {
        const TemplateFile *file = tree.find(path);
        return file ? std::optional<Result<QByteArray>>(file->content) : std::nullopt;
    };
    texts.paths = [&tree] {
        QByteArrayList paths;
        for (const TemplateFile &file : tree.files())
            paths += file.path;
        return paths;
    };
    loaded.entry.definition
        = readCopierTemplate(texts, loaded.entry.source.folder + u"/copier.yml"_s);
    return loaded;
}

} // namespace

/// Templates of our own, and what the real Copier makes of them (tests/copier/make_goldens.py).
class TestCopierGoldens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void weMakeWhatCopierMakes_data()
    {
        QTest::addColumn<qsizetype>("index");
        const QList<Case> cases = allCases();
        QVERIFY(cases.size() > 40);
        for (qsizetype i = 0; i < cases.size(); ++i)
            QTest::newRow(qPrintable(cases[i].name)) << i;
    }

    void weMakeWhatCopierMakes()
    {
        QFETCH(const qsizetype, index);
        const Case one = allCases().at(index);
        const LoadedTemplate loaded = loadedOf(one);
        QStringList problems;
        for (const Problem &problem : loaded.entry.definition.problems) {
            if (problem.severity == Severity::Error)
                problems += problem.toString();
        }
        const auto answers = parseYamlValue(one.answers, {.schema = YamlSchema::Yaml11});
        const Form form(loaded.entry.definition.form, *answers->toMap());
        const RenderRequest request
            = atItsOccasion({.form = form,
                             .now = QDateTime({2026, 2, 3}, {4, 5, 6}, QTimeZone::UTC),
                             .seed = "9f2c",
                             .destination = place + u"/made/orders"_s});
        for (const AnswerProblem &problem : request.form.problems())
            problems += problem.problem.toString();
        const Rendering rendering = render(loaded, request);
        for (const Problem &problem : rendering.problems) {
            if (problem.severity == Severity::Error)
                problems += problem.toString();
        }
        QStringList made;
        for (const RenderedFile &file : rendering.files) {
            made += picture(file.path, file.mode, file.content);
            for (const Problem &problem : file.problems)
                problems += problem.toString();
        }
        for (const QByteArray &folder : rendering.folders)
            made += QString::fromUtf8(folder) + u'/';
        made.sort();
        QStringList expected = one.made;
        expected.sort();
        QVERIFY2(problems.isEmpty() != one.isRefused, qPrintable(problems.join(u'\n')));
        if (!one.isRefused)
            QCOMPARE(made.join(u'\n'), expected.join(u'\n'));
    }
};

QTEST_APPLESS_MAIN(TestCopierGoldens)
#include "tst_copiergoldens.moc"
