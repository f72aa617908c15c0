#include "models/base/json.h"
#include "models/catalog/backstagereader.h"
#include "models/yaml/yaml.h"
#include "tests/catalog/templatetesting.h"
#include "tests/support/testing.h"

#include <QHash>

using namespace waymark;
using namespace Qt::StringLiterals;

namespace {

using Files = QHash<QByteArray, QByteArray>;

PlaceholderFiles reading(const Files &files, const QByteArray &place = "a/t")
{
    return {.place = place,
            .read = [files](const QByteArray &path) -> std::optional<Result<QByteArray>> {
                if (path == "unreadable")
                    return failure({.message = u"It is a link."_s});
                return files.contains(path) ? std::optional(Result<QByteArray>(files.value(path)))
                                            : std::nullopt;
            }};
}

FilledDocument filled(const QByteArray &yaml, const PlaceholderFiles &files)
{
    const auto document = parseYamlDocument(yaml, {.file = u"/s/a/t/template.yaml"_s});
    if (!document)
        qFatal("no YAML: %s", yaml.constData());
    return withPlaceholders(*document, files);
}

QString asJson(const FilledDocument &document)
{
    return QString::fromUtf8(toJson(document.document.toValue())).replace(u'"', u'\'');
}

QStringList messagesOf(const QList<Problem> &problems)
{
    QStringList messages;
    for (const Problem &problem : problems)
        messages += problem.message;
    return messages;
}

QByteArray withParameters(const QByteArray &placeholder)
{
    return templateText("t", "  parameters:\n    - " + placeholder + "\n");
}

LoadedTemplate loaded(const QString &folder, const Source &source = {})
{
    const auto entry = readTemplateFolder(
        folder, source.folder.isEmpty() ? QList<Source>() : QList<Source>{source});
    if (!entry)
        qFatal("%s", qPrintable(entry.error().toString()));
    auto loaded = loadTemplate(*entry);
    if (!loaded)
        qFatal("%s", qPrintable(loaded.error().toString()));
    return *std::move(loaded);
}

} // namespace

class TestPlaceholders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theyStandForWhatFilesHold_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QByteArray &yaml, const QString &expected) {
            QTest::newRow(name) << yaml << expected;
        };
        row("YAML", "a: {$yaml: ./p.yaml}", u"{'a':{'x':[1,true,'1.0']}}"_s);
        row("JSON", "a: {$json: p.json}", u"{'a':{'y':null,'z':'é'}}"_s);
        row("text", "a: {$text: d/../t}", u"{'a':'{'no': 1}\\n'}"_s);
        row("in a list", "- 1\n- $yaml: p.yaml\n- 2", u"[1,{'x':[1,true,'1.0']},2]"_s);
        row("deep", "a: [{b: {c: {$text: t}}}]", u"{'a':[{'b':{'c':'{'no': 1}\\n'}}]}"_s);
        row("all of it", "$json: p.json", u"{'y':null,'z':'é'}"_s);
        row("twice", "[{$json: one}, {$yaml: one}]", u"[1,1]"_s);
        row("from beside", "a: {$text: ../s/f}", u"{'a':'beside'}"_s);
        row("from the source's folder", "a: {$text: ../../f}", u"{'a':'above'}"_s);
        row("what a file holds is not looked through", "a: {$yaml: again}",
            u"{'a':{'$text':'t'}}"_s);
        row("a key beside it", "a: {$text: t, b: 1}", u"{'a':{'$text':'t','b':1}}"_s);
        row("what is beside it", "a: {$text: t, b: {$text: t}}",
            u"{'a':{'$text':'t','b':{'$text':'t'}}}"_s);
        row("another sign", "a: {$ref: t}", u"{'a':{'$ref':'t'}}"_s);
        row("what is below another sign", "a: {$all: {$text: t}}",
            u"{'a':{'$all':{'$text':'t'}}}"_s);
        row("no text", "a: {$text: 1, }", u"{'a':{'$text':1}}"_s);
        row("a list of texts", "a: {$text: [t]}", u"{'a':{'$text':['t']}}"_s);
        row("none", "a: {b: [1, {c: null}]}", u"{'a':{'b':[1,{'c':null}]}}"_s);
    }

    void theyStandForWhatFilesHold()
    {
        QFETCH(const QByteArray, yaml);
        QFETCH(const QString, expected);
        const Files files{{"p.yaml", "x: [1, true, '1.0']\n"},
                          {"p.json", R"({"y": null, "z": "\u00e9"})"},
                          {"t", "{'no': 1}\n"},
                          {"one", "1"},
                          {"again", "{$text: t}"},
                          {"../s/f", "beside"},
                          {"../../f", "above"}};
        const FilledDocument made = filled(yaml, reading(files));
        QCOMPARE(messagesOf(made.problems), QStringList());
        QCOMPARE(asJson(made), expected);
    }

    void theFilesAreNamed()
    {
        const FilledDocument made = filled("[{$text: ./x}, {$yaml: ../y}, {$text: x}, {$json: z}]",
                                           reading({{"x", "1"}, {"../y", "1"}}));
        QCOMPARE(made.files, (QByteArrayList{"x", "../y", "z"}));
    }

    void allOfItStandsAtThePlaceholder()
    {
        const FilledDocument good = filled("a: 1\nb: {$yaml: f}\n", reading({{"f", "\n\nx: [y]"}}));
        const YamlNode *inner = good.document.root().nodeAt(QStringList{u"b"_s, u"x"_s, u"0"_s});
        QVERIFY(inner);
        QCOMPARE(inner->position().line, 2);
        QCOMPARE(inner->position().column, 12);
        QCOMPARE(good.document.placed({}, inner->position()).excerpt, u"b: {$yaml: f}"_s);
    }

    void whatIsWrongIsToldAtItsPlace_data()
    {
        QTest::addColumn<QByteArray>("placeholder");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *name, const QByteArray &placeholder, const QString &message,
                            const QString &place = u"/s/a/t/template.yaml:2:12"_s) {
            QTest::newRow(name) << placeholder << message << place;
        };
        row("no file", "{$text: no}", u"There is no file “no”."_s);
        row("a file that cannot be read", "{$text: unreadable}", u"“unreadable”: It is a link."_s);
        row("out of the source", "{$text: ../../../x}",
            u"“../../../x” leads out of the template's source."_s);
        row("an absolute path", "{$text: /etc/passwd}",
            u"“/etc/passwd” leads out of the template's source."_s);
        row("git's own", "{$text: ../.git/config}",
            u"“../.git/config” leads into git's own folder, which is no part of a template."_s);
        row("a server", "{$text: 'https://example.org/x'}",
            u"“https://example.org/x” is on a server; only files of the template's own source are "
            "read."_s);
        row("two documents", "{$yaml: two}", u"The file holds 2 documents, and has to hold one."_s,
            u"/s/a/t/two"_s);
        row("no document", "{$yaml: empty}", u"The file holds 0 documents, and has to hold one."_s,
            u"/s/a/t/empty"_s);
    }

    void whatIsWrongIsToldAtItsPlace()
    {
        QFETCH(const QByteArray, placeholder);
        QFETCH(const QString, message);
        QFETCH(const QString, place);
        const FilledDocument made
            = filled("a: 1\nb: " + placeholder, reading({{"two", "1\n---\n2\n"}, {"empty", ""}}));
        QCOMPARE(messagesOf(made.problems), QStringList{message});
        const Problem &problem = made.problems.first();
        QCOMPARE(problem.position ? u"%1:%2:%3"_s.arg(problem.file)
                                        .arg(problem.position->line)
                                        .arg(problem.position->column)
                                  : problem.file,
                 place);
        QCOMPARE(problem.severity, Severity::Error);
    }

    void anErrorInAFileStandsThere_data()
    {
        QTest::addColumn<QByteArray>("placeholder");
        QTest::newRow("YAML") << "{$yaml: broken}"_ba;
        QTest::newRow("JSON") << "{$json: broken}"_ba;
    }

    void anErrorInAFileStandsThere()
    {
        QFETCH(const QByteArray, placeholder);
        const FilledDocument made
            = filled("a: " + placeholder, reading({{"broken", "{\"a\": 1,\n \"b\": [}\n"}}));
        QCOMPARE(made.problems.size(), 1);
        QCOMPARE(made.problems.first().file, u"/s/a/t/broken"_s);
        QCOMPARE(made.problems.first().position->line, 2);
    }

    void whatIsHugeIsRefused_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QByteArray>("content");
        const QByteArrayList many(300, "{$yaml: f}");
        const QByteArrayList items(1000, "x");
        QTest::newRow("many files") << "[" + many.join(", ") + "]" << "[" + items.join(", ") + "]";
        QTest::newRow("many bytes")
            << "[" + many.join(", ") + "]" << "'" + QByteArray(1 << 20, 'x') + "'";
        QTest::newRow("aliases") << "[{$yaml: f}]"_ba
                                 << "a: &a [" + items.join(", ") + "]\nb: &b ["
                + QByteArrayList(1000, "*a").join(", ") + "]\n";
    }

    void whatIsHugeIsRefused()
    {
        QFETCH(const QByteArray, yaml);
        QFETCH(const QByteArray, content);
        const FilledDocument made = filled(yaml, reading({{"f", content}}));
        QVERIFY(!made.problems.isEmpty());
        QCOMPARE(made.problems.first().severity, Severity::Error);
    }

    void tooManyAreRefusedOnce_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QString>("first");
        QTest::addColumn<qsizetype>("problems");
        QTest::newRow("empty files") << "empty"_ba
                                     << u"What the placeholders of this template stand for is more "
                                        "than is read."_s
                                     << qsizetype(1);
        QTest::newRow("missing files") << "no"_ba << u"There is no file “no0”."_s << qsizetype(21);
    }

    void tooManyAreRefusedOnce()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const QString, first);
        QFETCH(const qsizetype, problems);
        QByteArrayList placeholders;
        for (int i = 0; i < 501; ++i)
            placeholders += "{$text: " + name + QByteArray::number(i) + "}";
        qsizetype reads = 0;
        const PlaceholderFiles files{.place = "t", .read = [&reads](const QByteArray &path) {
                                         ++reads;
                                         return path.startsWith("empty")
                                             ? std::optional(Result<QByteArray>(QByteArray()))
                                             : std::nullopt;
                                     }};
        const FilledDocument made = filled("[" + placeholders.join(", ") + "]", files);
        QCOMPARE(made.problems.size(), problems);
        QCOMPARE(made.problems.first().message, first);
        QCOMPARE(made.problems.last().message,
                 u"What the placeholders of this template stand for is more than is read."_s);
        QVERIFY(reads <= 500);
        placeholders.removeLast();
        const FilledDocument fewer = filled("[" + placeholders.join(", ") + "]", files);
        QCOMPARE(fewer.problems.size(), name == "empty" ? 0 : problems);
    }

    void eachFileIsReadOnce()
    {
        qsizetype reads = 0;
        const PlaceholderFiles files{.place = "t", .read = [&reads](const QByteArray &path) {
                                         ++reads;
                                         return path == "f" ? std::optional(Result<QByteArray>("1"))
                                                            : std::nullopt;
                                     }};
        const FilledDocument made
            = filled("[{$yaml: f}, {$json: ./f}, {$text: no}, {$text: no}]", files);
        QCOMPARE(asJson(made), u"[1,1,{'$text':'no'},{'$text':'no'}]"_s);
        QCOMPARE(reads, 2);
        QCOMPARE(made.problems.size(), 2);
        QCOMPARE(made.files, (QByteArrayList{"f", "no"}));
    }

    void aFormIsMadeOfThem()
    {
        const Template t = readBackstageTemplate(
            withParameters("$yaml: form.yaml"), u"/s/t/template.yaml"_s,
            reading(
                {{"form.yaml", "title: Who\nproperties:\n  name: {type: string, default: x}\n"}},
                "t"));
        QCOMPARE(messagesOf(t.problems), QStringList());
        QCOMPARE(t.form.names(), QStringList{u"name"_s});
        QCOMPARE(t.placeholderFiles, QByteArrayList{"form.yaml"});
    }

    void withoutFilesTheyStay()
    {
        const Template t = readBackstageTemplate(withParameters("$yaml: form.yaml"), {});
        QVERIFY(t.form.names().isEmpty());
        QVERIFY(t.placeholderFiles.isEmpty());
    }

    void theyAreReadFromDisk()
    {
        const ScratchFolder place;
        place.write(u"t/template.yaml"_s, withParameters("$yaml: parts/form.yaml"));
        place.write(u"t/parts/form.yaml"_s, "properties: {a: {type: string}}\n");
        place.write(u"t/skeleton/f"_s, "x");
        QCOMPARE(loaded(place.path(u"t"_s)).entry.definition.form.names(), QStringList{u"a"_s});
    }

    void thoseBesideTheTemplateAreOfTheSource()
    {
        const ScratchFolder place;
        place.write(u"t/template.yaml"_s, withParameters("$yaml: ../common/form.yaml"));
        place.write(u"common/form.yaml"_s, "properties: {a: {type: string}}\n");
        place.write(u"t/skeleton/f"_s, "x");
        const Source source{.name = u"s"_s, .folder = place.path()};
        const LoadedTemplate of = loaded(place.path(u"t"_s), source);
        QCOMPARE(of.entry.definition.form.names(), QStringList{u"a"_s});
        QVERIFY(of.tree.find("../common/form.yaml"));
        const auto before = of.tree.hash();
        VERIFY_RESULT(before);
        place.write(u"common/form.yaml"_s, "properties: {b: {type: string}}\n");
        const auto after = loaded(place.path(u"t"_s), source).tree.hash();
        VERIFY_RESULT(after);
        QVERIFY(*before != *after); // what is read is part of what the template is
    }

    void whatIsReadTwiceCountsOnce()
    {
        const ScratchFolder place;
        place.write(u"t/template.yaml"_s,
                    QByteArray(withParameters("$yaml: ../common/form.yaml"))
                        .replace("./skeleton", "../common"));
        place.write(u"common/form.yaml"_s, "properties: {a: {type: string}}\n");
        place.write(u"common/other"_s, "x");
        const LoadedTemplate of
            = loaded(place.path(u"t"_s), {.name = u"s"_s, .folder = place.path()});
        QCOMPARE(of.tree.below("../common").files().size(), 2);
    }

    void noLinkIsFollowed_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("target");
        QTest::newRow("a file") << u"t/form.yaml"_s << u"../secret"_s;
        QTest::newRow("a folder") << u"t/d"_s << u"../outside"_s;
    }

    void noLinkIsFollowed()
    {
        QFETCH(const QString, link);
        QFETCH(const QString, target);
        const ScratchFolder place;
        const QByteArray name = link == u"t/d" ? "d/form.yaml" : "form.yaml";
        place.write(u"t/template.yaml"_s, withParameters("$yaml: " + name));
        place.write(u"secret"_s, "properties: {a: {type: string}}\n");
        place.write(u"outside/form.yaml"_s, "properties: {a: {type: string}}\n");
        place.write(u"t/skeleton/f"_s, "x");
        place.link(link, target);
        const auto entry = readTemplateFolder(place.path(u"t"_s), {});
        VERIFY_RESULT(entry);
        QVERIFY(entry->definition.isBroken());
        QVERIFY(entry->definition.form.names().isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestPlaceholders)
#include "tst_placeholders.moc"
