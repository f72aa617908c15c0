#include "models/plan/fetchinput.h"

#include "tests/plan/smalltemplate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using jinja::Sources;
using testing::SmallTemplate;

namespace {

/// The input of a template's one step, read as the scaffolder does.
class Read
{
public:
    explicit Read(const QByteArray &input, const QByteArray &answers = "{a: A}",
                  const QByteArray &action = "fetch:template")
        : m_loaded(SmallTemplate("{properties: {a: {}, b: {type: boolean}, token: {'ui:field': "
                                 "Secret}}}",
                                 "[{name: First, action: '" + action + "', input: " + input + "}]")
                       .loaded())
        , m_context(m_loaded.entry.definition, SmallTemplate::request(m_loaded, answers))
    {
    }

    [[nodiscard]] FetchInput input() const
    {
        const TemplateStep &step = m_loaded.entry.definition.steps.first();
        const auto evaluated = m_context.evaluated(step.input);
        if (!evaluated)
            qFatal("%s", qPrintable(evaluated.error().toString()));
        const auto read = readFetchInput(step, *evaluated, "in/small", m_context);
        if (!read)
            qFatal("%s", qPrintable(read.error().toString()));
        return *read;
    }

private:
    LoadedTemplate m_loaded;
    StepContext m_context;
};

} // namespace

/// What a step is given, once it is what the action's schema wants. What is wrong in it is tested
/// with the problems of fetching.
class TestFetchInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pathsAreCleanAndConfined_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("a folder") << "{url: ./skeleton}"_ba << "skeleton"_ba << ""_ba;
        QTest::newRow("the template's own") << "{url: .}"_ba << ""_ba << ""_ba;
        QTest::newRow("with a slash behind") << "{url: ./skeleton/}"_ba << "skeleton"_ba << ""_ba;
        QTest::newRow("deep, with dots") << "{url: a/./b/../c}"_ba << "a/c"_ba << ""_ba;
        QTest::newRow("a target") << "{url: s, targetPath: ./deploy/}"_ba << "s"_ba << "deploy"_ba;
        QTest::newRow("the service's own") << "{url: s, targetPath: .}"_ba << "s"_ba << ""_ba;
        QTest::newRow("an answer") << "{url: s, targetPath: 'x/${{ parameters.a }}'}"_ba << "s"_ba
                                   << "x/A"_ba;
        QTest::newRow("beside the template") << "{url: ../parts/./base}"_ba << "../parts/base"_ba
                                             << ""_ba;
        QTest::newRow("in the source's folder") << "{url: ../../f}"_ba << "../../f"_ba << ""_ba;
        QTest::newRow("out and back") << "{url: ../small/f}"_ba << "f"_ba << ""_ba;
        QTest::newRow("a name with a colon behind a slash")
            << "{url: 'a/b:c'}"_ba << "a/b:c"_ba << ""_ba;
    }

    void pathsAreCleanAndConfined()
    {
        QFETCH(const QByteArray, input);
        const FetchInput read = Read(input).input();
        QTEST(read.source, "source");
        QTEST(read.target, "target");
        QCOMPARE(read.shownTarget, read.target);
    }

    void aTargetWithASecretIsShownWithoutIt_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("answers");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("shown");
        QTest::newRow("as it is") << "x/${{ secrets.token }}/y"_ba << "{token: s3cret}"_ba
                                  << "x/s3cret/y"_ba << "x/******/y"_ba;
        QTest::newRow("in capitals") << "x/${{ secrets.token | upper }}"_ba << "{token: s3cret}"_ba
                                     << "x/S3CRET"_ba << "x/******"_ba;
        QTest::newRow("beside what is made of it")
            << "./x/${{ secrets.token }}-${{ secrets.token | upper }}/"_ba << "{token: s3cret}"_ba
            << "x/s3cret-S3CRET"_ba << "x/******-******"_ba;
        QTest::newRow("nothing else") << "${{ secrets.token }}"_ba << "{token: s3cret}"_ba
                                      << "s3cret"_ba << "******"_ba;
        QTest::newRow("of one letter") << "x/${{ secrets.token }}"_ba << "{token: x}"_ba
                                       << "x/x"_ba << "x/******"_ba;
        QTest::newRow("an answer like it") << "x/${{ parameters.a }}"_ba
                                           << "{token: s3cret, a: s3cret}"_ba << "x/s3cret"_ba
                                           << "x/s3cret"_ba;
    }

    void aTargetWithASecretIsShownWithoutIt()
    {
        QFETCH(const QByteArray, target);
        QFETCH(const QByteArray, answers);
        const FetchInput read = Read("{url: s, targetPath: '" + target + "'}", answers).input();
        QTEST(read.target, "path");
        QTEST(read.shownTarget, "shown");
    }

    void truthsAreOffUnlessTheyAreOn_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("isOn");
        QTest::newRow("not there") << ""_ba << false;
        QTest::newRow("true") << "true"_ba << true;
        QTest::newRow("false") << "false"_ba << false;
        QTest::newRow("an answer") << "'${{ parameters.b }}'"_ba << true;
        QTest::newRow("no answer") << "'${{ parameters.a }}'"_ba << false;
    }

    void truthsAreOffUnlessTheyAreOn()
    {
        QFETCH(const QByteArray, value);
        QFETCH(const bool, isOn);
        const auto with = [&value](const QByteArray &key) {
            const QByteArray entry = value.isEmpty() ? QByteArray() : ", " + key + ": " + value;
            return Read("{url: s" + entry + "}", "{b: true}").input();
        };
        QCOMPARE(with("replace").replaces, isOn);
        QCOMPARE(with("trimBlocks").trimsBlocks, isOn);
        QCOMPARE(with("lstripBlocks").stripsBlocks, isOn);
        QCOMPARE(with("cookiecutterCompat").isCompatible, isOn);
        QCOMPARE(with("templateFileExtension").extension, isOn ? ".njk"_ba : ""_ba);
    }

    void anExtensionHasItsDot_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("extension");
        QTest::newRow("with") << ".tpl"_ba << ".tpl"_ba;
        QTest::newRow("without") << "tpl"_ba << ".tpl"_ba;
        QTest::newRow("of two parts") << "html.tpl"_ba << ".html.tpl"_ba;
        QTest::newRow("empty") << "''"_ba << ""_ba;
    }

    void anExtensionHasItsDot()
    {
        QFETCH(const QByteArray, value);
        QTEST(Read("{url: s, templateFileExtension: " + value + "}").input().extension,
              "extension");
    }

    void patternsSayWhatIsCopied()
    {
        QCOMPARE(Read("{url: s}").input().copied, QStringList());
        const FetchInput contents
            = Read("{url: s, copyWithoutTemplating: ['*.md', '${{ parameters.a }}']}").input();
        QCOMPARE(contents.copied, (QStringList{u"*.md"_s, u"A"_s}));
        QCOMPARE(Read("{url: s, copyWithoutRender: ['*.md']}").input().copied, QStringList());
    }

    void valuesAreHandedOnWithWhereTheyComeFrom()
    {
        const FetchInput read
            = Read("{url: s, values: {name: '${{ parameters.a }}', fixed: 1}}").input();
        QCOMPARE(read.values.find(u"name"_s)->scalar(), Value(u"A"_s));
        QCOMPARE(read.values.find(u"name"_s)->sources().data, QStringList{u"a"_s});
        QVERIFY(read.values.find(u"fixed"_s)->sources().isEmpty());
        QVERIFY(read.sources.isEmpty()); // values are no reason for a file to be there
        QVERIFY(Read("{url: s}").input().values.isUndefined());
    }

    void whereAFileGoesComesFromItsTargetAndTheRestDecides()
    {
        const Sources sources
            = Read("{url: '${{ parameters.a }}', targetPath: 'x/${{ parameters.c }}', replace: "
                   "'${{ parameters.b }}'}",
                   "{a: A, b: true}")
                  .input()
                  .sources;
        QVERIFY(sources.control.contains(u"a"_s));
        QVERIFY(sources.control.contains(u"b"_s));
        QVERIFY(!sources.data.contains(u"a"_s));
        const FetchInput target
            = Read("{url: s, targetPath: 'x/${{ parameters.a }}'}", "{a: A}").input();
        QCOMPARE(target.sources.data, QStringList{u"a"_s});
        QCOMPARE(Read("{url: s, replace: '${{ parameters.b }}'}", "{b: true}")
                     .input()
                     .replacesBecause.control,
                 QStringList{u"b"_s});
    }

    void aPlainFetchRendersNothing()
    {
        const FetchInput read = Read("{url: s, targetPath: t}", "{}", "fetch:plain").input();
        QVERIFY(read.isPlain);
        QCOMPARE(read.source, "s"_ba);
        QCOMPARE(read.target, "t"_ba);
        QVERIFY(!Read("{url: s}").input().isPlain);
    }
};

QTEST_APPLESS_MAIN(TestFetchInput)
#include "tst_fetchinput.moc"
