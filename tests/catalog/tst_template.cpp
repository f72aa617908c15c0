#include "models/catalog/backstagereader.h"
#include "models/catalog/sidecarreader.h"
#include "tests/catalog/catalogtesting.h"
#include "tests/catalog/templatetesting.h"

using namespace waymark;
using namespace Qt::StringLiterals;

namespace {

const QByteArray questions = "  parameters:\n"
                             "    properties:\n"
                             "      name: {type: string}\n"
                             "      port: {type: integer, default: 8080}\n"
                             "      size: {enum: [small, large], default: small}\n"
                             "      key: {type: string, default: x, ui:field: Secret}\n"
                             "      note: {type: string, default: hello}\n"
                             "      trace: {type: string, default: a, ui:widget: hidden}\n"
                             "    if: {properties: {size: {const: large}}}\n"
                             "    then: {properties: {zone: {default: b}}}\n";

Template withSidecar(const QByteArray &sidecar)
{
    Template result = readBackstageTemplate(templateText("t", questions), u"t.yaml"_s);
    result.sidecar = readSidecar(sidecar, u"waymark.yaml"_s, result.form.names()).sidecar;
    return result;
}

QStringList shown(const QList<AnswerDeviation> &deviations)
{
    QStringList lines;
    for (const AnswerDeviation &each : deviations)
        lines.append(u"%1: %2 not %3 (%4)"_s.arg(each.answer, toTest(each.value),
                                                 toTest(each.golden), each.why));
    return lines;
}

} // namespace

class TestTemplate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void defaultsAreGoldenWhereThereIsASidecar()
    {
        const Template t = withSidecar("golden:\n  note: false\n  port: {why: Usual.}\n");
        const Map defaults = Form(t.form).defaults();
        QCOMPARE(t.goldenDefault(u"port"_s, defaults), Value(8080));
        QCOMPARE(t.goldenDefault(u"size"_s, defaults), Value(u"small"_s));
        QVERIFY(!t.goldenDefault(u"note"_s, defaults));
        QVERIFY(!t.goldenDefault(u"name"_s, defaults));
        const Template without = readBackstageTemplate(templateText("t", questions), {});
        QVERIFY(!without.goldenDefault(u"port"_s, defaults));
    }

    void whatDiffersFromGoldenIsADeviation()
    {
        const Template t = withSidecar("golden:\n  note: false\n  port: {why: Usual.}\n");
        const Map none{{u"name"_s, u"a"_s}};
        QCOMPARE(shown(deviations(t, Form(t.form, none))), QStringList());
        const Map given{{u"name"_s, u"a"_s},     {u"port"_s, 80},         {u"size"_s, u"large"_s},
                        {u"zone"_s, u"c"_s},     {u"key"_s, u"canary"_s}, {u"note"_s, u"bye"_s},
                        {u"trace"_s, u"other"_s}};
        QCOMPARE(shown(deviations(t, Form(t.form, given))),
                 (QStringList{u"port: 80 not 8080 (Usual.)"_s, u"size: 'large' not 'small' ()"_s,
                              u"zone: 'c' not 'b' ()"_s}));
        QCOMPARE(shown(deviations(t, Form(t.form, {{u"port"_s, 8080.0}}))), QStringList());
    }

    void ofAGroupOnlyWhatHasADefaultCanDepart()
    {
        Template t = readBackstageTemplate(
            templateText("t",
                         "  parameters:\n"
                         "    properties:\n"
                         "      db:\n"
                         "        type: object\n"
                         "        required: [host]\n"
                         "        properties:\n"
                         "          host: {type: string}\n"
                         "          port: {type: integer, default: 5432}\n"),
            u"t.yaml"_s);
        t.sidecar = Sidecar();
        const auto departed
            = [&](const Map &db) { return shown(deviations(t, Form(t.form, {{u"db"_s, db}}))); };
        QCOMPARE(departed({{u"host"_s, u"h"_s}}), QStringList());
        QCOMPARE(departed({{u"host"_s, u"h"_s}, {u"port"_s, 5432}}), QStringList());
        QCOMPARE(departed({{u"host"_s, u"h"_s}, {u"port"_s, 1}}),
                 (QStringList{u"db: {'port':1} not {'port':5432} ()"_s}));
    }

    void theLifecycleIsTheSidecarsElseTheTemplates_data()
    {
        QTest::addColumn<QByteArray>("stage");
        QTest::addColumn<QByteArray>("sidecar");
        QTest::addColumn<int>("lifecycle");
        const auto row = [](const char *stage, const char *sidecar, Lifecycle lifecycle) {
            QTest::addRow("%s, %s", stage, sidecar)
                << QByteArray(stage) << QByteArray(sidecar) << int(lifecycle);
        };
        row("production", "{}", Lifecycle::Supported);
        row("Experimental", "{}", Lifecycle::Experimental);
        row("deprecated", "{}", Lifecycle::Deprecated);
        row("deprecated", "lifecycle: supported", Lifecycle::Supported);
        row("production", "lifecycle: experimental", Lifecycle::Experimental);
    }
    void theLifecycleIsTheSidecarsElseTheTemplates()
    {
        QFETCH(const QByteArray, stage);
        QFETCH(const QByteArray, sidecar);
        QFETCH(const int, lifecycle);
        Template t = readBackstageTemplate(templateText("t", "  lifecycle: " + stage + "\n"), {});
        t.sidecar = readSidecar(sidecar, {}, {}).sidecar;
        QCOMPARE(int(t.lifecycle()), lifecycle);
    }

    void problemsOfGeneratedFilesWeighWhatTheSidecarSays()
    {
        Template t = readBackstageTemplate(templateText("t"), {});
        QCOMPARE(t.problemSeverity(), Severity::Warning);
        t.sidecar = Sidecar();
        QCOMPARE(t.problemSeverity(), Severity::Error);
        t.sidecar = readSidecar("problems: warning\n", {}, {}).sidecar;
        QCOMPARE(t.problemSeverity(), Severity::Warning);
    }
};

QTEST_APPLESS_MAIN(TestTemplate)
#include "tst_template.moc"
