#include "tests/plan/smalltemplate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::fileOf;
using testing::leftOut;
using testing::picture;
using testing::problemsOf;
using testing::SmallTemplate;

namespace {

const QByteArray binary = "\x7f"
                          "ELF\0\x01 ${{ values.a }}"_ba;

/// All paths that a template makes, folders with a slash behind.
QStringList paths(const Rendering &rendering)
{
    QStringList all;
    for (const RenderedFile &file : rendering.files)
        all += QString::fromUtf8(file.path);
    for (const QByteArray &folder : rendering.folders)
        all += QString::fromUtf8(folder) + u'/';
    return all;
}

SmallTemplate asking(const QByteArray &inputs = {})
{
    return SmallTemplate::asking({"a", "b"}, inputs);
}

} // namespace

class TestFetchTemplate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contentsAreRendered_data()
    {
        QTest::addColumn<QByteArray>("inputs");
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QString>("output");
        QTest::newRow("text") << ""_ba << "x\n"_ba << u"x\n"_s;
        QTest::newRow("a value") << ""_ba << "a=${{ values.a }}\n"_ba << u"a=A\n"_s;
        QTest::newRow("Jinja's signs stay") << ""_ba << "{{ values.a }}"_ba << u"{{ values.a }}"_s;
        QTest::newRow("GitHub's expressions stay in raw")
            << ""_ba << "{% raw %}${{ github.x }}{% endraw %}"_ba << u"${{ github.x }}"_s;
        QTest::newRow("a value that is not there")
            << ""_ba << "[${{ values.nosuch }}]"_ba << u"[]"_s;
        QTest::newRow("parameters are not there") << ""_ba << "[${{ parameters.a }}]"_ba << u"[]"_s;
        QTest::newRow("a block leaves its line end")
            << ""_ba << "{% if values.a %}\nx\n{% endif %}\n"_ba << u"\nx\n\n"_s;
        QTest::newRow("trimBlocks takes it")
            << "trimBlocks: true"_ba << "{% if values.a %}\nx\n{% endif %}\n"_ba << u"x\n"_s;
        QTest::newRow("lstripBlocks takes what is before")
            << "lstripBlocks: true"_ba << "  {% if values.a %}x{% endif %}\n"_ba << u"x\n"_s;
        QTest::newRow("both") << "trimBlocks: true, lstripBlocks: true"_ba
                              << "  {% if values.a %}\n  x\n  {% endif %}\n"_ba << u"  x\n"_s;
        QTest::newRow("nothing is escaped") << ""_ba << "${{ '<' + values.a }}"_ba << u"<A"_s;
        QTest::newRow("Cookiecutter's") << "cookiecutterCompat: true"_ba
                                        << "{{ cookiecutter.a }} ${{ values.a }}"_ba << u"A $"_s;
        QTest::newRow("Cookiecutter's filter")
            << "cookiecutterCompat: true"_ba << "{{ cookiecutter.a | jsonify }}"_ba << u"\"A\""_s;
        QTest::newRow("a byte order mark stays")
            << ""_ba << "\xef\xbb\xbf${{ values.a }}"_ba << u"\uFEFFA"_s;
        QTest::newRow("Windows' line ends stay") << ""_ba << "${{ values.a }}\r\n"_ba << u"A\r\n"_s;
        QTest::newRow("an empty file") << ""_ba << ""_ba << u""_s;
    }

    void contentsAreRendered()
    {
        QFETCH(const QByteArray, inputs);
        QFETCH(const QByteArray, source);
        QFETCH(const QString, output);
        const Rendering rendering
            = asking(inputs).file("skeleton/f", source).rendered("{a: A, b: B}");
        QCOMPARE(problemsOf(rendering), QStringList());
        QCOMPARE(picture(rendering), QStringList{u"f="_s + output});
    }

    void whatIsNoTextIsCopied_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<FileMode>("mode");
        QTest::newRow("binary") << binary << FileMode::Regular;
        QTest::newRow("an executable one") << binary << FileMode::Executable;
        QTest::newRow("Latin-1") << "${{ values.a }} and gr\xfc\xdf among much that is text\n"_ba
                                 << FileMode::Regular;
        QTest::newRow("a link") << "${{ values.a }}"_ba << FileMode::Link;
        QTest::newRow("a link up") << "../x"_ba << FileMode::Link;
    }

    void whatIsNoTextIsCopied()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const FileMode, mode);
        const Rendering rendering
            = asking().file("skeleton/d/f", content, mode).rendered("{a: A, b: B}");
        const RenderedFile file = fileOf(rendering, "d/f");
        QCOMPARE(file.content, content);
        QCOMPARE(file.mode, mode);
        QVERIFY(file.problems.isEmpty());
        QVERIFY(file.provenance.all().isEmpty());
    }

    void theExecutableBitStays()
    {
        const Rendering rendering
            = asking().file("skeleton/run", "#!/bin/sh\n", FileMode::Executable).rendered();
        QCOMPARE(fileOf(rendering, "run").mode, FileMode::Executable);
    }

    void namesAreRendered_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("made"); // empty: it is left out
        QTest::newRow("plain") << "x/y.txt"_ba << u"x/y.txt"_s;
        QTest::newRow("a value") << "${{ values.a }}.txt"_ba << u"A.txt"_s;
        QTest::newRow("in a folder") << "${{ values.a }}/${{values.b}}"_ba << u"A/B"_s;
        QTest::newRow("a value with a slash") << "${{ values.a + '/' + values.b }}"_ba << u"A/B"_s;
        QTest::newRow("a dot for the folder itself") << "${{ '.' if values.a }}/x"_ba << u"x"_s;
        QTest::newRow("a filter") << "${{ values.a | lower }}"_ba << u"a"_s;
        QTest::newRow("a condition that holds")
            << "{% if values.a %}x{% endif %}.txt"_ba << u"x.txt"_s;
        QTest::newRow("a condition that does not")
            << "{% if not values.a %}x{% endif %}"_ba << u""_s;
        QTest::newRow("the same in a folder") << "d/{% if not values.a %}x{% endif %}"_ba << u""_s;
        QTest::newRow("a folder's name that is empty")
            << "{% if not values.a %}x{% endif %}/f"_ba << u""_s;
        QTest::newRow("a folder's name inside that is empty")
            << "d/{% if not values.a %}x{% endif %}/f"_ba << u""_s;
        QTest::newRow("a name that starts at the root") << "${{ '/' + values.a }}"_ba << u""_s;
        QTest::newRow("a hidden file") << ".${{ values.a }}"_ba << u".A"_s;
        QTest::newRow("braces alone are text") << "{x}"_ba << u"{x}"_s;
        QTest::newRow("Jinja's signs are text") << "{{values.a}}"_ba << u"{{values.a}}"_s;
    }

    void namesAreRendered()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QString, made);
        const Rendering rendering = asking().file("skeleton/" + path, "1").rendered("{a: A, b: B}");
        QCOMPARE(problemsOf(rendering), QStringList());
        QCOMPARE(picture(rendering), made.isEmpty() ? QStringList() : QStringList{made + u"=1"_s});
        QCOMPARE(leftOut(rendering).isEmpty(), !made.isEmpty());
    }

    void aFileThatIsLeftOutNamesWhatCouldBringIt_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("line");
        QTest::newRow("its name") << "{% if values.a == 'x' %}n.txt{% endif %}"_ba << u"n.txt: a"_s;
        QTest::newRow("its folder")
            << "{% if values.a == 'x' %}d{% endif %}/n.txt"_ba << u"d/n.txt: a"_s;
        QTest::newRow("in a folder")
            << "d/{% if values.b == 'x' %}n.txt{% endif %}"_ba << u"d/n.txt: b"_s;
        QTest::newRow("with a value in its name")
            << "{% if values.a == 'x' %}${{ values.b }}.txt{% endif %}"_ba << u"B.txt: a"_s;
        QTest::newRow("a name that is nothing but a value")
            << "${{ values.c }}"_ba << u"skeleton/${{ values.c }}: c"_s;
    }

    void aFileThatIsLeftOutNamesWhatCouldBringIt()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QString, line);
        const Rendering rendering = SmallTemplate::asking({"a", "b", "c"})
                                        .file("skeleton/" + path, "1")
                                        .rendered("{a: A, b: B}");
        QCOMPARE(leftOut(rendering), QStringList{line});
        QCOMPARE(rendering.leftOut.first().templatePath, "skeleton/" + path);
    }

    void aFileNamesWhatItsNameComesFrom()
    {
        const Rendering rendering
            = asking()
                  .file("skeleton/${{ values.a }}{% if values.b %}.txt{% endif %}", "1")
                  .rendered("{a: A, b: B}");
        const RenderedFile file = fileOf(rendering, "A.txt");
        QCOMPARE(file.presence.data, QStringList{u"a"_s});
        QCOMPARE(file.presence.control, QStringList{u"b"_s});
        QVERIFY(file.provenance.all().isEmpty());
    }

    void someFilesAreCopied_data()
    {
        QTest::addColumn<QByteArray>("inputs");
        QTest::addColumn<QStringList>("files");
        const QString value = u"${{ values.a }}"_s;
        QTest::newRow("none") << ""_ba << QStringList{u"A/x.yaml=A"_s, u"A/y.txt=A"_s};
        QTest::newRow("copyWithoutTemplating renders names")
            << "copyWithoutTemplating: ['**/*.yaml']"_ba
            << QStringList{u"A/x.yaml="_s + value, u"A/y.txt=A"_s};
        QTest::newRow("without what is taken out again")
            << "copyWithoutTemplating: ['**/*', '!**/*.txt']"_ba
            << QStringList{u"A/x.yaml="_s + value, u"A/y.txt=A"_s};
        QTest::newRow("patterns are of names in the template")
            << "copyWithoutTemplating: ['A/*']"_ba << QStringList{u"A/x.yaml=A"_s, u"A/y.txt=A"_s};
        QTest::newRow("an empty list")
            << "copyWithoutTemplating: []"_ba << QStringList{u"A/x.yaml=A"_s, u"A/y.txt=A"_s};
    }

    void someFilesAreCopied()
    {
        QFETCH(const QByteArray, inputs);
        QFETCH(QStringList, files);
        const Rendering rendering = asking(inputs)
                                        .file("skeleton/${{ values.a }}/x.yaml", "${{ values.a }}")
                                        .file("skeleton/${{ values.a }}/y.txt", "${{ values.a }}")
                                        .rendered("{a: A}");
        QCOMPARE(problemsOf(rendering), QStringList());
        files.sort();
        QCOMPARE(picture(rendering), files);
    }

    void onlyFilesWithTheExtensionAreRendered_data()
    {
        QTest::addColumn<QByteArray>("extension");
        QTest::addColumn<QStringList>("files");
        const QString value = u"=${{ values.a }}"_s;
        QTest::newRow("true is .njk")
            << "true"_ba << QStringList{u"A.tmpl"_s + value, u"A.yaml=A"_s, u"A.yml"_s + value};
        QTest::newRow("false is none")
            << "false"_ba << QStringList{u"A.tmpl=A"_s, u"A.yaml.njk=A"_s, u"A.yml=A"_s};
        QTest::newRow("with a dot")
            << ".tmpl"_ba << QStringList{u"A=A"_s, u"A.yaml.njk"_s + value, u"A.yml"_s + value};
        QTest::newRow("without a dot")
            << "tmpl"_ba << QStringList{u"A=A"_s, u"A.yaml.njk"_s + value, u"A.yml"_s + value};
        QTest::newRow("another") << ".zzz"_ba
                                 << QStringList{u"A.tmpl"_s + value, u"A.yaml.njk"_s + value,
                                                u"A.yml"_s + value};
    }

    void onlyFilesWithTheExtensionAreRendered()
    {
        QFETCH(const QByteArray, extension);
        QFETCH(const QStringList, files);
        const Rendering rendering
            = asking("templateFileExtension: " + extension)
                  .file("skeleton/${{ values.a }}.yaml.njk", "${{ values.a }}")
                  .file("skeleton/${{ values.a }}.yml", "${{ values.a }}")
                  .file("skeleton/${{ values.a }}.tmpl", "${{ values.a }}")
                  .rendered("{a: A}");
        QCOMPARE(problemsOf(rendering), QStringList());
        QCOMPARE(picture(rendering), files);
    }

    void aNameThatIsOnlyAnExtensionHasNone()
    {
        const Rendering rendering = asking("templateFileExtension: true")
                                        .file("skeleton/.njk", "${{ values.a }}")
                                        .rendered();
        QCOMPARE(picture(rendering), QStringList{u".njk=${{ values.a }}"_s});
    }

    void allGoesBelowTheTargetPath_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QString>("path");
        QTest::newRow("a folder") << "d"_ba << u"d/x/f"_s;
        QTest::newRow("with a dot") << "./d"_ba << u"d/x/f"_s;
        QTest::newRow("with a slash behind") << "d/e/"_ba << u"d/e/x/f"_s;
        QTest::newRow("the service's own") << "."_ba << u"x/f"_s;
        QTest::newRow("with a dot and a slash") << "./"_ba << u"x/f"_s;
        QTest::newRow("up and down") << "d/../e"_ba << u"e/x/f"_s;
        QTest::newRow("an answer") << "'s/${{ parameters.a }}'"_ba << u"s/A/x/f"_s;
        QTest::newRow("nothing") << "'${{ parameters.b }}'"_ba << u"x/f"_s;
    }

    void allGoesBelowTheTargetPath()
    {
        QFETCH(const QByteArray, target);
        QFETCH(const QString, path);
        const Rendering rendering
            = asking("targetPath: " + target).file("skeleton/x/f", "1").rendered("{a: A}");
        QCOMPARE(problemsOf(rendering), QStringList());
        QCOMPARE(paths(rendering), QStringList{path});
    }

    void aTargetPathIsNamedByItsFiles()
    {
        const Rendering rendering = asking("targetPath: '${{ parameters.a }}'")
                                        .file("skeleton/f", "1")
                                        .rendered("{a: A}");
        QCOMPARE(fileOf(rendering, "A/f").presence.data, QStringList{u"a"_s});
    }

    void aSettingIsNamedByTheFiles()
    {
        const Rendering rendering = asking("trimBlocks: '${{ parameters.a == \"x\" }}'")
                                        .file("skeleton/f", "1")
                                        .rendered("{a: A}");
        QCOMPARE(fileOf(rendering, "f").presence.control, QStringList{u"a"_s});
    }

    void theUrlMayDependOnAnAnswer()
    {
        const Rendering rendering
            = SmallTemplate(
                  "{properties: {lang: {}}}",
                  "[{action: 'fetch:template', input: {url: './s/${{ parameters.lang }}'}}]")
                  .file("s/go/f", "go")
                  .file("s/java/f", "java")
                  .rendered("{lang: java}");
        QCOMPARE(picture(rendering), QStringList{u"f=java"_s});
        QVERIFY(fileOf(rendering, "f").presence.names(u"lang"_s));
    }

    void theWholeTemplateMayBeFetched()
    {
        const Rendering rendering
            = SmallTemplate("{}", "[{action: 'fetch:plain', input: {url: .}}]")
                  .file("x", "1")
                  .rendered();
        QCOMPARE(paths(rendering), (QStringList{u"template.yaml"_s, u"x"_s}));
    }

    void emptyFoldersAreMade()
    {
        const Rendering rendering = asking()
                                        .folder("skeleton/empty")
                                        .folder("skeleton/${{ values.a }}/deep")
                                        .folder("skeleton/{% if not values.a %}no{% endif %}")
                                        .folder("skeleton/x/{% if not values.a %}no{% endif %}")
                                        .file("skeleton/full/f", "1")
                                        .rendered("{a: A}");
        QCOMPARE(paths(rendering), (QStringList{u"full/f"_s, u"A/deep/"_s, u"empty/"_s, u"x/"_s}));
    }

    void aFolderWhoseFilesAreAllLeftOutIsEmpty()
    {
        const Rendering rendering
            = asking().file("skeleton/d/{% if not values.a %}f{% endif %}", "1").rendered("{a: A}");
        QCOMPARE(paths(rendering), QStringList{u"d/"_s});
    }

    void plainFilesStayAsTheyAre()
    {
        const Rendering rendering
            = SmallTemplate("{properties: {a: {}}}",
                            "[{action: 'fetch:plain', input: {url: ./p, targetPath: d}}]")
                  .file("p/${{ values.a }}", "${{ values.a }}", FileMode::Executable)
                  .folder("p/e")
                  .rendered("{a: A}");
        QCOMPARE(picture(rendering), QStringList{u"d/${{ values.a }}=${{ values.a }}"_s});
        QCOMPARE(rendering.files.first().mode, FileMode::Executable);
        QCOMPARE(rendering.folders, QByteArrayList{"d/e"});
    }

    void aLineNamesItsAnswers()
    {
        const Rendering rendering
            = asking()
                  .file("skeleton/f",
                        "one\ntwo ${{ values.a }}\n{% if values.b %}three\n{% endif %}")
                  .rendered("{a: A, b: B}");
        const RenderedFile file = fileOf(rendering, "f");
        QCOMPARE(file.content, "one\ntwo A\nthree\n"_ba);
        QVERIFY(file.provenance.between(0, 3).isEmpty());
        QCOMPARE(file.provenance.between(4, 9).data, QStringList{u"a"_s});
        QCOMPARE(file.provenance.between(10, 15).control, QStringList{u"b"_s});
        QCOMPARE(file.provenance.templates.first(), u"skeleton/f"_s);
    }
};

QTEST_APPLESS_MAIN(TestFetchTemplate)
#include "tst_fetchtemplate.moc"
