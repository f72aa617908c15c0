#include "models/base/javascriptdata.h"
#include "models/base/json.h"
#include "models/plan/templateoutput.h"
#include "models/yaml/yaml.h"
#include "tests/catalog/templatetesting.h"
#include "tests/plan/goldencases.h"
#include "tests/support/testing.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::GoldenCase;
using testing::GoldenSection;

namespace {

QList<GoldenCase> backstageCases()
{
    static const QList<GoldenCase> all = [] {
        QList<GoldenCase> cases;
        const QDir folder(QStringLiteral(WAYMARK_SOURCE_DIR "/tests/backstage"));
        for (const QString &name : folder.entryList({u"*.txt"_s}, QDir::Files, QDir::Name))
            cases += testing::goldenCases(folder.filePath(name));
        return cases;
    }();
    return all;
}

/// The template of `one` is the folder "source/template" of `place`.
void lay(const GoldenCase &one, const ScratchFolder &place)
{
    const auto placed = [](const QByteArray &path) {
        return QDir::cleanPath(u"source/template/"_s + QString::fromUtf8(path));
    };
    for (const QByteArray &folder : one.folders)
        QVERIFY(QDir().mkpath(place.path(placed(folder))));
    for (const TemplateFile &file : one.files) {
        const QString path = placed(file.path);
        if (file.mode == FileMode::Link) {
            QVERIFY(QDir().mkpath(QFileInfo(place.path(path)).path()));
            place.link(path, QString::fromUtf8(file.content));
            continue;
        }
        place.write(path, file.content);
        if (file.mode == FileMode::Executable)
            QVERIFY(QFile::setPermissions(place.path(path),
                                          QFile::permissions(place.path(path)) | QFile::ExeOwner));
    }
}

/// "ACTION NAME=VALUE" of each entry of the input of a step that needs a server.
QStringList calledOf(const GoldenCase &one)
{
    QStringList lines;
    for (const GoldenSection &section : one.more) {
        if (!section.is("called"))
            continue;
        const QString action = QString::fromUtf8(section.path());
        const auto input = parseJson(section.content());
        lines += action;
        for (const Map::Entry &entry : *input->toMap())
            lines += action + u' ' + entry.key + u'='
                + (entry.value.toText() ? *entry.value.toText()
                                        : QString::fromUtf8(toJavaScriptJson(entry.value)));
    }
    return lines;
}

QStringList undoneOf(const Rendering &rendering)
{
    QStringList lines;
    for (const UndoneAction &undone : rendering.undone) {
        lines += undone.action;
        for (const ResolvedInput &input : undone.inputs)
            lines += undone.action + u' ' + input.name + u'=' + input.text;
    }
    return lines;
}

bool holds(const Value &item)
{
    const Value condition = item.toMap()->value(u"if");
    return !item.toMap()->contains(u"if") || (condition.toBool() && *condition.toBool())
        || !condition.textOr().isEmpty();
}

/// "TITLE: TARGET" of each link, then each text, that are shown.
QStringList outputOf(const GoldenCase &one)
{
    Value output{Map()};
    for (const GoldenSection &section : one.more) {
        if (section.is("output"))
            output = *parseJson(section.content());
    }
    const auto itemsOf = [&output](QStringView key) {
        const Value items = output.toMap()->value(key);
        return items.toList() ? *items.toList() : List();
    };
    QStringList lines;
    for (const Value &link : itemsOf(u"links")) {
        const Map &entries = *link.toMap();
        if (holds(link) && (entries.contains(u"url") || entries.contains(u"entityRef")))
            lines += entries.value(u"title").textOr() + u": "_s + entries.value(u"url").textOr()
                + entries.value(u"entityRef").textOr();
    }
    for (const Value &text : itemsOf(u"text")) {
        if (holds(text) && text.toMap()->contains(u"content"))
            lines += text.toMap()->value(u"content").textOr();
    }
    return lines;
}

QStringList outputOf(const Rendering &rendering)
{
    QStringList lines;
    for (const OutputLink &link : rendering.links)
        lines += link.title + u": "_s + link.url + link.entity;
    return lines + rendering.texts;
}

} // namespace

/// Templates of our own, and what Backstage's real scaffolder makes of them
/// (tests/backstage/make_goldens.py).
class TestBackstageGoldens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void weMakeWhatBackstageMakes_data()
    {
        QTest::addColumn<qsizetype>("index");
        const QList<GoldenCase> cases = backstageCases();
        QVERIFY(cases.size() > 40);
        for (qsizetype i = 0; i < cases.size(); ++i)
            QTest::newRow(qPrintable(cases[i].name)) << i;
    }

    void weMakeWhatBackstageMakes()
    {
        QFETCH(const qsizetype, index);
        const GoldenCase one = backstageCases().at(index);
        const ScratchFolder place;
        lay(one, place);
        const Source source{.name = u"tests"_s, .folder = place.path(u"source"_s)};
        const auto entry = readTemplateFolder(place.path(u"source/template"_s), {source});
        VERIFY_RESULT(entry);
        QStringList problems;
        for (const Problem &problem : entry->definition.problems) {
            if (problem.severity == Severity::Error)
                problems += problem.toString();
        }
        const auto loaded = loadTemplate(*entry);
        VERIFY_RESULT(loaded);
        const auto answers = parseYamlValue(one.answers);
        VERIFY_RESULT(answers);
        const RenderRequest request{.form = Form(entry->definition.form, *answers->toMap()),
                                    .now = QDateTime({2026, 2, 3}, {4, 5, 6}, QTimeZone::UTC),
                                    .seed = "9f2c"};
        for (const AnswerProblem &problem : request.form.problems())
            problems += problem.problem.toString();
        const Rendering rendering = render(*loaded, request);
        problems += testing::goldenProblems(rendering);
        QVERIFY2(problems.isEmpty() != one.isRefused, qPrintable(problems.join(u'\n')));
        if (one.isRefused)
            return;
        QCOMPARE(testing::goldenPicture(rendering), one.made);
        QCOMPARE(undoneOf(rendering), calledOf(one));
        QCOMPARE(outputOf(rendering), outputOf(one));
    }
};

QTEST_APPLESS_MAIN(TestBackstageGoldens)
#include "tst_backstagegoldens.moc"
