#include "models/catalog/copierreader.h"
#include "models/plan/rendering.h"
#include "models/yaml/yaml.h"
#include "tests/plan/goldencases.h"
#include "tests/support/testing.h"

#include <QDir>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::GoldenCase;

namespace {

QList<GoldenCase> copierCases()
{
    static const QList<GoldenCase> all = [] {
        QList<GoldenCase> cases;
        const QDir folder(QStringLiteral(WAYMARK_SOURCE_DIR "/tests/copier"));
        for (const QString &name : folder.entryList({u"*.txt"_s}, QDir::Files, QDir::Name))
            cases += testing::goldenCases(folder.filePath(name));
        return cases;
    }();
    return all;
}

const QString place = u"/tmp/waymark-copier"_s;

LoadedTemplate loadedOf(const GoldenCase &one)
{
    LoadedTemplate loaded;
    loaded.entry.source = {.name = u"tests"_s, .folder = place + u"/template"_s};
    loaded.tree = TemplateTree(one.files, one.folders);
    const TemplateTree &tree = loaded.tree;
    const QByteArray name = tree.find("copier.yml") ? "copier.yml" : "copier.yaml";
    TemplateTexts texts{.definition = tree.find(name)->content,
                        .sidecar = {},
                        .format = TemplateFormat::Copier,
                        .name = name};
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
        = readCopierTemplate(texts, loaded.entry.source.folder + u'/' + QString::fromUtf8(name));
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
        const QList<GoldenCase> cases = copierCases();
        QVERIFY(cases.size() > 40);
        for (qsizetype i = 0; i < cases.size(); ++i)
            QTest::newRow(qPrintable(cases[i].name)) << i;
    }

    void weMakeWhatCopierMakes()
    {
        QFETCH(const qsizetype, index);
        const GoldenCase one = copierCases().at(index);
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
        problems += testing::goldenProblems(rendering);
        QVERIFY2(problems.isEmpty() != one.isRefused, qPrintable(problems.join(u'\n')));
        if (!one.isRefused)
            QCOMPARE(testing::goldenPicture(rendering), one.made);
    }
};

QTEST_APPLESS_MAIN(TestCopierGoldens)
#include "tst_copiergoldens.moc"
