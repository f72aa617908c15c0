#include "models/plan/copiernames.h"

#include "models/plan/secretmask.h"
#include "tests/catalog/copiertesting.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using jinja::TaggedValue;

namespace {

/// Copier's, as far as names need it.
jinja::Options nameLanguage()
{
    jinja::Options options = jinja::Options::jinja2();
    options.extensions = {u"copier.jinja_ext.YieldExtension"_s};
    return options;
}

/// A template with files at these paths.
class NamedFiles
{
public:
    explicit NamedFiles(const QByteArrayList &paths, const QString &suffix = u".jinja"_s)
    {
        QList<TemplateFile> files;
        files.reserve(paths.size());
        for (const QByteArray &path : paths)
            files += {.path = path};
        m_tree = TemplateTree(files);
        m_settings.suffix = suffix;
        m_context = TaggedValue::fromMap(
            {{u"name"_s, TaggedValue::answer(u"name"_s, u"orders"_s)},
             {u"folder"_s, TaggedValue::answer(u"folder"_s, u"a//./b/"_s)},
             {u"list"_s, TaggedValue::answer(u"list"_s, List{u"x"_s, u"y"_s})},
             {u"map"_s, TaggedValue::answer(u"map"_s, Map{{u"k"_s, 1}, {u"l"_s, 2}})},
             {u"empty"_s, TaggedValue::answer(u"empty"_s, List())},
             {u"root"_s, TaggedValue::answer(u"root"_s, u"/etc"_s)},
             {u"up"_s, TaggedValue::answer(u"up"_s, u"../x"_s)},
             {u"number"_s, TaggedValue::answer(u"number"_s, 7)}});
    }

    [[nodiscard]] QList<CopierTarget> of(const QByteArray &path,
                                         const QByteArray &subdirectory = {}) const
    {
        const CopierTree tree(m_tree, m_settings);
        const SecretMask mask;
        RenderMemory memory;
        JinjaTexts texts(m_context, renderOptions(m_request), memory);
        const CopierNames names(m_settings, tree, m_language, texts, mask, "answers.yml");
        return names.targetsOf({.path = path, .templatePath = path}, subdirectory);
    }

    [[nodiscard]] bool isTemplate(const QByteArray &path) const
    {
        const CopierTree tree(m_tree, m_settings);
        const SecretMask mask;
        RenderMemory memory;
        JinjaTexts texts(m_context, renderOptions(m_request), memory);
        return CopierNames(m_settings, tree, m_language, texts, mask, {}).isTemplate(path);
    }

private:
    TemplateTree m_tree;
    CopierSettings m_settings;
    jinja::Environment m_language{nameLanguage()};
    TaggedValue m_context;
    RenderRequest m_request;
};

/// The path of each; "-" of what is left out, "!code" of what has no path.
QStringList targetLines(const QList<CopierTarget> &targets)
{
    QStringList lines;
    for (const CopierTarget &target : targets)
        lines += target.problem     ? u'!' + target.problem->code
            : target.path.isEmpty() ? u"-"_s
                                    : QString::fromUtf8(target.path);
    return lines;
}

} // namespace

class TestCopierNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTemplateIsKnownByItsSuffix_data()
    {
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<bool>("isOne");
        QTest::newRow("usual") << u".jinja"_s << "d/f.txt.jinja"_ba << true;
        QTest::newRow("another") << u".jinja"_s << "f.txt.tmpl"_ba << false;
        QTest::newRow("of a folder") << u".jinja"_s << "d.jinja/f"_ba << false;
        QTest::newRow("chosen") << u".tmpl"_s << "f.txt.tmpl"_ba << true;
        QTest::newRow("none: all are") << QString() << "f.txt"_ba << true;
    }

    void aTemplateIsKnownByItsSuffix()
    {
        QFETCH(const QString, suffix);
        QFETCH(const QByteArray, path);
        QTEST(NamedFiles({}, suffix).isTemplate(path), "isOne");
    }

    void aNameBecomesAPath_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QStringList>("targets");
        const auto row = [](const char *name, const QByteArray &path, const QStringList &targets) {
            QTest::newRow(name) << path << targets;
        };
        row("as it is", "d/f.txt", {u"d/f.txt"_s});
        row("an answer", "{{ name }}/f", {u"orders/f"_s});
        row("an answer with folders", "{{ folder }}/f", {u"a/b/f"_s});
        row("a template loses its suffix", "f.txt.jinja", {u"f.txt"_s});
        row("the last one only", "f.jinja.jinja", {u"f.jinja"_s});
        row("a name that is a suffix keeps it", ".jinja", {u".jinja"_s});
        row("a suffix that an answer hides", "{{ name }}.txt.jinja", {u"orders.txt"_s});
        row("a name that comes to nothing", "d/{% if number == 8 %}f{% endif %}", {u"-"_s});
        row("a folder that does", "{% if number == 8 %}d{% endif %}/f", {u"-"_s});
        row("one that is there", "{% if number == 7 %}d{% endif %}/f", {u"d/f"_s});
        row("for each item", "{% yield i from list %}{{ i }}{% endyield %}.txt",
            {u"x.txt"_s, u"y.txt"_s});
        row("for each key", "{% yield i from map %}{{ i }}{% endyield %}", {u"k"_s, u"l"_s});
        row("for each character", "{% yield i from 'ab' %}{{ i }}{% endyield %}", {u"a"_s, u"b"_s});
        row("in a folder for each",
            "{% yield i from list %}{{ i }}{% endyield %}/{{ i }}-{{ name }}",
            {u"x/x-orders"_s, u"y/y-orders"_s});
        row("for each of each",
            "{% yield i from list %}{{ i }}{% endyield %}/{% yield j from map %}{{ i }}{{ j }}"
            "{% endyield %}",
            {u"x/xk"_s, u"x/xl"_s, u"y/yk"_s, u"y/yl"_s});
        row("for none", "{% yield i from empty %}{{ i }}{% endyield %}", {u"-"_s});
        row("for nothing", "{% yield i from none %}{{ i }}{% endyield %}", {u"-"_s});
        row("for what is not there", "{% yield i from nosuch %}{{ i }}{% endyield %}", {u"-"_s});
        row("some of each",
            "{% yield i from list %}{% if i == 'y' %}{{ i }}{% endif %}{% endyield %}",
            {u"-"_s, u"y"_s});
        row("the file of answers, wherever it stands", "d/answers.yml", {u"answers.yml"_s});
    }

    void aNameBecomesAPath()
    {
        QFETCH(const QByteArray, path);
        QTEST(targetLines(NamedFiles({path}).of(path)), "targets");
    }

    void aNameThatIsNoneIsToldOnce_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QStringList>("targets");
        QTest::addColumn<QString>("words");
        const auto row
            = [](const char *name, const QByteArray &path, const QStringList &targets,
                 const QString &words) { QTest::newRow(name) << path << targets << words; };
        const QStringList leadsOut{u"!template.path"_s};
        row("up by an answer", "{{ up }}/f", leadsOut, u"leads out of the service: “../x/f”"_s);
        row("up in the middle", "a/{{ up }}", leadsOut, u"leads out of the service: “a/../x”"_s);
        row("absolute", "{{ root }}/passwd", leadsOut,
            u"leads out of the service: “/etc/passwd”"_s);
        row("a loop over a number", "{% yield i from number %}{{ i }}{% endyield %}",
            {u"!template.yield"_s}, u"has nothing that it could go through"_s);
        row("bytes that are no text", "a/\xff", {u"!template.name"_s}, u"is no UTF-8"_s);
        row("one of several", "{% yield i from ['a', '..'] %}{{ i }}{% endyield %}/f",
            {u"a/f"_s, u"!template.path"_s}, u"leads out of the service: “../f”"_s);
    }

    void aNameThatIsNoneIsToldOnce()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QString, words);
        const QList<CopierTarget> targets = NamedFiles({path}).of(path);
        QTEST(targetLines(targets), "targets");
        QVERIFY2(targets.constLast().problem->message.contains(words),
                 qPrintable(targets.constLast().problem->message));
    }

    void aNameThatCannotBeRenderedIsToldAsOne()
    {
        const QList<CopierTarget> targets = NamedFiles({}).of("a/{{ name | nosuch }}");
        QCOMPARE(targets.size(), 1);
        QVERIFY(targets.first().path.isEmpty());
        QVERIFY(targets.first().problem);
        QVERIFY2(targets.first().problem->message.startsWith(u"In the name of the file: "_s),
                 qPrintable(targets.first().problem->message));
    }

    void ofAFileAndItsTemplateTheTemplateIsTaken_data()
    {
        QTest::addColumn<QByteArrayList>("paths");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("subdirectory");
        QTest::addColumn<QStringList>("targets");
        const QByteArrayList both{"s/f", "s/f.jinja", "s/orders.jinja", "s/{{ name }}"};
        QTest::newRow("the file goes") << both << "f"_ba << "s"_ba << QStringList();
        QTest::newRow("the template stays")
            << both << "f.jinja"_ba << "s"_ba << QStringList{u"f"_s};
        QTest::newRow("one without the other")
            << QByteArrayList{"s/f"} << "f"_ba << "s"_ba << QStringList{u"f"_s};
        QTest::newRow("in another folder")
            << QByteArrayList{"s/f", "t/f.jinja"} << "f"_ba << "s"_ba << QStringList{u"f"_s};
    }

    void ofAFileAndItsTemplateTheTemplateIsTaken()
    {
        QFETCH(const QByteArrayList, paths);
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, subdirectory);
        QTEST(targetLines(NamedFiles(paths).of(path, subdirectory)), "targets");
    }

    void whereNothingIsATemplateByNameNoFileIsOfAnother()
    {
        const NamedFiles files({"f", "f.jinja"}, {});
        QCOMPARE(targetLines(files.of("f")), QStringList{u"f"_s});
        QCOMPARE(targetLines(files.of("f.jinja")), QStringList{u"f.jinja"_s});
    }

    void aTargetKnowsWhatItsPathComesFrom()
    {
        const NamedFiles files({});
        QCOMPARE(files.of("{{ name }}/f").value(0).sources, (jinja::Sources{{u"name"_s}, {}}));
        QVERIFY(files.of("f").value(0).sources.isEmpty());
        const QByteArray loop = "{% yield i from list %}{{ i }}{% endyield %}";
        for (const CopierTarget &target : files.of(loop + "/{{ name }}")) {
            QCOMPARE(target.sources.data, (QStringList{u"list"_s, u"name"_s}));
            QCOMPARE(target.sources.control, QStringList{u"list"_s});
            QVERIFY(target.extra.find(u"i"_s));
        }
        const QList<CopierTarget> none = files.of("{% yield i from empty %}{{ i }}{% endyield %}");
        QCOMPARE(none.value(0).sources, (jinja::Sources{{}, {u"empty"_s}}));
    }
};

QTEST_APPLESS_MAIN(TestCopierNames)
#include "tst_copiernames.moc"
