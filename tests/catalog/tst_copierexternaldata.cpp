#include "models/catalog/copierexternaldata.h"

#include "models/catalog/form.h"
#include "tests/catalog/copiertesting.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
}

Form formAt(const QString &destination, const QByteArray &yaml)
{
    Form form(testing::copierTemplate(yaml).form);
    form.setOccasion({.destination = destination});
    return form;
}

/// A template that reads the file at `path` for the default of `name`.
QByteArray readingFrom(const QByteArray &path, const QByteArray &text)
{
    return "_external_data:\n  parent: \"" + path + "\"\nfile: parent.yml\nname:\n  default: \""
        + text + "\"\n";
}

} // namespace

class TestCopierExternalData : public QObject
{
    Q_OBJECT

    QTemporaryDir m_scratch;
    QString m_there;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_scratch.isValid());
        m_there = m_scratch.filePath(u"orders"_s);
        QVERIFY(QDir().mkpath(m_there + u"/sub"_s));
        writeFile(m_scratch.filePath(u"outside.yml"_s), "name: outside\n");
        writeFile(m_there + u"/parent.yml"_s, "name: Orders\nport: 80\n");
        writeFile(m_there + u"/sub/other.yml"_s, "name: other\n");
        writeFile(m_there + u"/empty.yml"_s, "");
        writeFile(m_there + u"/broken.yml"_s, "a: [\n");
        writeFile(m_there + u"/binary.yml"_s, "caf\xe9");
        QVERIFY(QFile::link(u"sub/other.yml"_s, m_there + u"/inside"_s));
        QVERIFY(QFile::link(u"../outside.yml"_s, m_there + u"/out"_s));
        QVERIFY(QFile::link(u".."_s, m_there + u"/up"_s));
    }

    void defaultsComeFromFilesThatAreThere_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("answer");
        const QByteArray name = "{{ _external_data.parent.name }}";
        const auto row = [&name](const char *what, const QByteArray &path, const QString &answer) {
            QTest::newRow(what) << path << name << answer;
        };
        row("a path", "parent.yml", u"Orders"_s);
        row("a path of an answer", "{{ file }}", u"Orders"_s);
        row("below a folder", "sub/other.yml", u"other"_s);
        row("a path that goes up and stays", "sub/../parent.yml", u"Orders"_s);
        row("a link that stays", "inside", u"other"_s);
        row("none there", "gone.yml", QString());
        row("below what is not there", "gone/x/y.yml", QString());
        row("a folder", "sub", QString());
        row("the service's folder", ".", QString());
        row("an absolute path that is inside", "{{ _copier_conf.dst_path }}/parent.yml",
            u"Orders"_s);
        QTest::newRow("a number stays one")
            << "parent.yml"_ba << "{{ _external_data.parent.port + 1 }}"_ba << u"81"_s;
        QTest::newRow("an empty file is None")
            << "empty.yml"_ba << "{{ _external_data.parent is none }}"_ba << u"True"_s;
        QTest::newRow("its name is looked up")
            << "parent.yml"_ba << "{{ 'parent' in _external_data }}"_ba << u"True"_s;
    }

    void defaultsComeFromFilesThatAreThere()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, text);
        QFETCH(const QString, answer);
        const Form form = formAt(m_there, readingFrom(path, text));
        for (const AnswerProblem &problem : form.problems())
            qWarning("%s", qPrintable(problem.problem.toString()));
        QCOMPARE(form.answers().value(u"name"), Value(answer));
        const jinja::TaggedValue *left = form.context().find(u"_external_data"_s);
        QCOMPARE(left->toValue(), Value(Map{{u"parent"_s, Map()}})); // files read it anew
    }

    void whatAnAnswerLeadsToDependsOnIt()
    {
        Form form = formAt(m_there, readingFrom("{{ file }}", "{{ _external_data.parent.name }}"));
        QCOMPARE(form.answers().value(u"name"), Value(u"Orders"_s));
        QVERIFY(form.context().find(u"name"_s)->sources().names(u"file"_s));
        form.setAnswer({u"file"_s}, u"sub/other.yml"_s);
        QCOMPARE(form.answers().value(u"name"), Value(u"other"_s));
        form.setOccasion({});
        QCOMPARE(form.answers().value(u"name"), Value(u""_s));
    }

    void whatLeadsOutOrCannotBeReadIsToldWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("message"); // the beginning
        const QString out = u"“_external_data” leads out of the service’s folder: “%1”."_s;
        const auto row = [](const char *name, const QByteArray &path, const QString &message) {
            QTest::newRow(name) << path << message;
        };
        row("above", "../outside.yml", out.arg(u"../outside.yml"));
        row("above by way of a folder", "sub/../../outside.yml", out.arg(u"sub/../../outside.yml"));
        row("above, where nothing is", "../gone", out.arg(u"../gone"));
        row("absolute", "/etc/passwd", out.arg(u"/etc/passwd"));
        row("beside, with a name that begins alike", "{{ _copier_conf.dst_path }}2/x",
            out.arg(m_there + u"2/x"_s));
        row("a link that leads out", "out", out.arg(u"out"));
        row("below a link that leads out", "up/outside.yml", out.arg(u"up/outside.yml"));
        row("no YAML", "broken.yml", u"“_external_data” cannot read “broken.yml”: "_s);
        row("no text", "binary.yml", u"“_external_data” cannot read “binary.yml”: "_s);
        row("a path that cannot be rendered", "{{ file.a.b }}", u"'str object' has no "_s);
    }

    void whatLeadsOutOrCannotBeReadIsToldWithItsPlace()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QString, message);
        const Form form = formAt(m_there, readingFrom(path, "x{{ _external_data.parent.name }}"));
        QCOMPARE(form.problems().size(), 1);
        const AnswerProblem told = form.problems().first();
        QCOMPARE(told.path, AnswerPath{u"name"_s});
        QVERIFY2(told.problem.message.startsWith(message), qPrintable(told.problem.toString()));
        QCOMPARE(told.problem.code, u"template.external-data"_s);
        QCOMPARE(told.problem.file, u"/t/copier.yml"_s);
        QCOMPARE(told.problem.position->line, 2);
        QCOMPARE(form.answers().value(u"name"), Value(u"x"_s));
    }

    void whatNobodyMentionsIsNotRead()
    {
        const Form form = formAt(m_there, readingFrom("../outside.yml", "plain"));
        QVERIFY(form.problems().isEmpty());
        const Form other = formAt(m_there,
                                  "_external_data: {bad: /etc/passwd, good: parent.yml}\n"
                                  "name: \"{{ _external_data.good.name }}\"\n");
        QVERIFY(other.problems().isEmpty());
        QCOMPARE(other.answers().value(u"name"), Value(u"Orders"_s));
    }

    void aFileIsReadOnce()
    {
        const Template read
            = testing::copierTemplate("_external_data: {a: a.yml, b: b.yml}\nname: x\n");
        int reads = 0;
        CopierExternalData data(
            *read.copier, u"/srv"_s,
            [](const QString &text, const jinja::TaggedValue &) -> Result<CopierRendered> {
                return CopierRendered{.value = text};
            },
            [&reads](const QByteArray &path) -> Result<std::optional<QByteArray>> {
                ++reads;
                return "path: " + path;
            });
        jinja::TaggedValue context = jinja::TaggedValue::fromMap({});
        const auto mentionsOf
            = [](const QString &text) { return jinja::mentionsIn(text, jinja::Options::jinja2()); };
        for (int i = 0; i < 2; ++i)
            QVERIFY(data.readInto(context, mentionsOf(u"{{ _external_data.a.path }}"_s)).isEmpty());
        QCOMPARE(reads, 1);
        QVERIFY(data.isAnyLeft());
        QVERIFY(!data.isWanted(mentionsOf(u"{{ _external_data.a }}"_s)));
        QVERIFY(data.isWanted(mentionsOf(u"{{ _external_data.b }}"_s)));
        QVERIFY(data.readInto(context, mentionsOf(u"{{ _external_data }}"_s)).isEmpty());
        QCOMPARE(reads, 2);
        QVERIFY(!data.isAnyLeft());
        QCOMPARE(context.find(u"_external_data"_s)->toValue(),
                 Value(Map{{u"a"_s, Map{{u"path"_s, u"a.yml"_s}}},
                           {u"b"_s, Map{{u"path"_s, u"b.yml"_s}}}}));
    }
};

QTEST_GUILESS_MAIN(TestCopierExternalData)
#include "tst_copierexternaldata.moc"
