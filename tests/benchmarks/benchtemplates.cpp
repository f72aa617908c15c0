#include "tests/benchmarks/benchtemplates.h"

#include "tests/plan/builtintemplates.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::bench {
namespace {

void write(const QString &to, const QByteArray &content)
{
    const QString path = QDir::cleanPath(to);
    QFile file(path);
    if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly)
        || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
}

/// Where `path` goes on behind the folder of a step that always runs; 0 in all others.
qsizetype behindFolder(const QByteArray &path)
{
    for (const QByteArray &folder : {QByteArray("skeleton/"), QByteArray("../parts/service/")}) {
        if (path.startsWith(folder))
            return folder.size();
    }
    return 0;
}

QByteArray manifest(const QByteArray &name, const QByteArray &metadata)
{
    return "apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\nmetadata:\n  name: " + name
        + '\n' + metadata
        + "spec:\n  type: service\n  owner: group:default/platform\n"
          "  parameters:\n    - title: Basics\n      properties:\n"
          "        name: {title: Service name, type: string, default: orders}\n";
}

} // namespace

void writeGoService(const QString &source, qsizetype files)
{
    const QString place = source + u"/go-service"_s;
    QList<TemplateFile> given;
    for (const TemplateFile &file : testing::builtIn(u"go-service"_s).tree.files()) {
        if (behindFolder(file.path))
            given += file;
        else
            write(place + u'/' + QString::fromUtf8(file.path), file.content);
    }
    std::ranges::sort(given, {}, [](const TemplateFile &file) {
        return file.path.sliced(behindFolder(file.path)); // so that some are of every step
    });
    for (qsizetype i = 0; i < files; ++i) {
        TemplateFile file = given.at(i % given.size());
        if (i >= given.size())
            file.path.insert(behindFolder(file.path),
                             "part" + QByteArray::number(i / given.size()) + '/');
        write(place + u'/' + QString::fromUtf8(file.path), file.content);
    }
}

void writeManyTemplates(const QString &source, int count)
{
    for (int i = 0; i < count; ++i) {
        const auto seed = quint32(i);
        const QByteArray name = "template-" + QByteArray::number(i);
        const QString folder = source + u'/' + QString::fromUtf8(name);
        const QString metadata
            = u"  title: %1 service\n  description: %2\n  tags: [%3, go]\n"_s.arg(
                someWords(seed, 3), someWords(seed + 7000U, 12), someWord(seed % 50U));
        write(folder + u"/template.yaml"_s, manifest(name, metadata.toUtf8()) + "  steps: []\n");
        write(folder + u"/README.md"_s, "# About it\n\n" + someWords(seed + 90'000U, 400).toUtf8());
    }
}

void writeHugeFile(const QString &source, bool isInEachLine)
{
    constexpr qsizetype size = 10'000'000;
    const QByteArray name = "${{ values.name }}";
    QByteArray text = "name: " + name + "\nitems:\n";
    for (int line = 0; text.size() < size; ++line) {
        text += line % 10 == 0 ? "  - name: service-" : "    memory: ";
        text += QByteArray::number(line) + "Mi # set per stage";
        text += isInEachLine ? " of " + name + '\n' : "\n";
    }
    text += "last: " + name + '\n';
    const QString folder = source + u"/huge"_s;
    write(folder + u"/template.yaml"_s,
          manifest("huge", "  title: A huge file\n")
              + "  steps:\n    - {id: fetch, name: Fetch, action: 'fetch:template', input: {url: "
                "./skeleton, values: {name: '${{ parameters.name }}'}}}\n");
    write(folder + u"/skeleton/huge.yaml"_s, text);
    write(folder + u"/skeleton/README.md"_s, "# " + name + '\n');
}

void writeForm(const QString &source, int fields)
{
    const QString folder = source + u"/form"_s;
    write(folder + u"/template.yaml"_s, formManifest(fields));
    write(folder + u"/skeleton/README.md"_s, "# Of ${{ values.field1 }}\n");
}

QByteArray formManifest(int fields)
{
    QByteArray yaml = "apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\n"
                      "metadata: {name: form, title: A long form}\nspec:\n  type: service\n"
                      "  owner: me\n  steps:\n    - {id: fetch, name: Fetch, action: "
                      "'fetch:template', input: {url: ./skeleton, values: {field1: '${{ "
                      "parameters.field1 }}'}}}\n  parameters:\n";
    for (int i = 0; i < fields; ++i) {
        if (i % 20 == 0)
            yaml += "    - title: Page\n      properties:\n";
        const QByteArray name = "field" + QByteArray::number(i);
        yaml += "        " + name
            + (i % 10 == 0
                   ? ": {type: string, enum: [a, b, c], default: a}\n"
                   : ": {type: string, default: text, maxLength: 60, pattern: '^[a-z]*$'}\n");
    }
    return yaml;
}

QString someWord(quint32 number)
{
    static const QStringList parts = {u"al"_s,  u"ber"_s, u"con"_s, u"del"_s, u"eva"_s, u"for"_s,
                                      u"gra"_s, u"hol"_s, u"ing"_s, u"ker"_s, u"lum"_s, u"net"_s};
    return parts.at(number % 12) + parts.at(number / 12 % 12) + parts.at(number / 144 % 12)
        + parts.at(number / 1728 % 12);
}

QString someWords(quint32 seed, int count)
{
    QString all;
    for (int i = 0; i < count; ++i) {
        seed = seed * 1664525U + 1013904223U;
        all += someWord((seed >> 8U) % 20'000U) + u' ';
    }
    return all.trimmed();
}

} // namespace waymark::bench
