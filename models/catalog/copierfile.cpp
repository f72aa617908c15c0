#include "models/catalog/copierfile.h"

#include "models/base/fnmatch.h"
#include "models/base/textcontext.h"
#include "models/yaml/yaml.h"
#include "models/yaml/yamltypes.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("Copier");
// Copier itself ends only where Python does. A file that is included twice counts twice.
constexpr int deepestInclude = 20;
constexpr int mostIncluded = 1000; // files
constexpr qsizetype mostIncludedBytes = qsizetype{64} * 1024 * 1024;

bool isInclude(const YamlNode &node)
{
    return node.tag() == u"!include";
}

/// The settings whose lists are added up over all documents.
bool isAddedUp(const QString &key)
{
    static const QStringList keys{u"_exclude"_s, u"_jinja_extensions"_s, u"_secret_questions"_s,
                                  u"_skip_if_exists"_s};
    return keys.contains(key);
}

} // namespace

CopierPlace CopierPlace::at(QStringView key) const
{
    const YamlNode *found = node.find(key);
    return {document, found ? *found : node};
}

const CopierQuestion *CopierSettings::question(const QString &name) const
{
    const auto found = std::ranges::find(questions, name, &CopierQuestion::name);
    return found == questions.end() ? nullptr : &*found;
}

CopierFile::CopierFile(const QByteArray &content, const QString &file, const CopierFiles &files)
    : m_files(files)
    , m_file(file)
    , m_including{QFileInfo(file).fileName().toUtf8()}
{
    readText(content, file);
}

void CopierFile::complain(const CopierPlace &place, const QString &code, const QString &message,
                          const QString &hint, Severity severity)
{
    m_problems += place.placed(
        {.severity = severity, .code = u"template."_s + code, .message = message, .hint = hint});
}

void CopierFile::readText(const QByteArray &content, const QString &file)
{
    for (const YamlDocument &document : documentsOf(content, file)) {
        const CopierPlace place{document, document.root()};
        if (!m_root)
            m_root = place;
        takeDocument(place);
    }
}

/// Lists are as good as their items, one after the other.
void CopierFile::takeDocument(const CopierPlace &place)
{
    if (isInclude(place.node)) {
        eachIncluded(place, [this](const CopierPlace &inside) { takeDocument(inside); });
        return;
    }
    if (place.node.isList()) {
        for (const YamlNode &item : place.node.items())
            takeDocument({place.document, item});
        return;
    }
    if (place.node.isMap())
        return takeMap(place);
    if (!place.node.toValue().isNull() && !place.node.isText(u""))
        complain(place, u"type"_s, translated("A map of questions and settings is expected here."),
                 translated("Write each as “name: …” on a line of its own."));
}

void CopierFile::takeMap(const CopierPlace &place)
{
    for (const YamlNode::Entry &entry : place.node.entries()) {
        const CopierPlace key{place.document, entry.key};
        if (entry.key.tag() != yamltag::text()) {
            complain(key, u"type"_s,
                     translated("“%1” is no text to YAML, and so no name of a question.")
                         .arg(entry.key.text()),
                     translated("Write it in quotes."));
            continue;
        }
        const CopierPlace value{place.document, entry.value};
        add({.key = entry.key.text(), .keyPlace = key, .place = value, .value = valueOf(value)});
    }
}

void CopierFile::add(const Entry &entry)
{
    const auto known = std::ranges::find(m_entries, entry.key, &Entry::key);
    if (known == m_entries.end()) {
        m_entries += entry;
        return;
    }
    if (!isAddedUp(entry.key)) {
        *known = entry;
        return;
    }
    List *all = known->value.toList();
    const List *more = entry.value.toList();
    if (all && more)
        *all += *more;
    else if (!all)
        *known = entry;
}

bool CopierFile::isKnownTag(const CopierPlace &place)
{
    const QString tag = place.node.tag();
    if (!tag.startsWith(u'!') && !tag.contains(u":python/"))
        return true;
    complain(place, u"tag"_s, translated("Copier knows no tag “%1”.").arg(tag),
             translated("“!include” is the only one that it adds to YAML."));
    return false;
}

Value CopierFile::valueOf(const CopierPlace &place)
{
    if (isInclude(place.node)) {
        List all;
        eachIncluded(place, [&](const CopierPlace &inside) {
            const Value value = valueOf(inside);
            if (const List *list = value.toList())
                all += *list;
            else if (!value.isNull())
                all += value;
        });
        return all;
    }
    if (!isKnownTag(place))
        return {};
    if (place.node.isList()) {
        List items;
        for (const YamlNode &item : place.node.items())
            items += valueOf({place.document, item});
        return items;
    }
    if (!place.node.isMap())
        return place.node.toValue();
    Map map;
    for (const YamlNode::Entry &entry : place.node.entries())
        map.insert(entry.key.text(), valueOf({place.document, entry.value}));
    return map;
}

/// Goes through the documents of the files that the pattern at `place` names.
void CopierFile::eachIncluded(const CopierPlace &place,
                              const std::function<void(const CopierPlace &)> &take)
{
    if (m_isEndless)
        return;
    for (const QByteArray &path : includedPaths(place)) {
        if (m_including.contains(path) || m_including.size() > deepestInclude)
            return refuseMore(place, translated("Files include each other without an end."),
                              translated("Take the “!include” out that leads back."));
        takeIncluded(place, path, take);
        if (m_isEndless)
            return;
    }
}

void CopierFile::takeIncluded(const CopierPlace &place, const QByteArray &path,
                              const std::function<void(const CopierPlace &)> &take)
{
    const auto content = m_files.read ? m_files.read(path) : std::nullopt;
    if (content && !*content)
        m_problems += content->error().problem;
    if (!content || !*content)
        return;
    ++m_included;
    m_includedBytes += (*content)->size();
    if (m_included > mostIncluded || m_includedBytes > mostIncludedBytes)
        return refuseMore(
            place,
            translated("More is included than %1 files, or %2 MB, the limits of a template.")
                .arg(mostIncluded)
                .arg(mostIncludedBytes / (qsizetype{1024} * 1024)),
            translated("Include each file once."));
    m_including += path;
    const QString file = QFileInfo(m_file).path() + u'/' + QString::fromUtf8(path);
    for (const YamlDocument &document : documentsOf(**content, file))
        take({document, document.root()});
    m_including.removeLast();
}

/// One problem is told; those of the same kind that would follow are not.
void CopierFile::refuseMore(const CopierPlace &place, const QString &message, const QString &hint)
{
    complain(place, u"include"_s, message, hint);
    m_isEndless = true;
}

QList<YamlDocument> CopierFile::documentsOf(const QByteArray &content, const QString &file)
{
    const ParsedYaml parsed = parseYaml(
        content, {.file = file, .schema = YamlSchema::Yaml11, .duplicateKeys = Severity::Warning});
    m_problems += parsed.problems;
    return parsed.documents;
}

QByteArrayList CopierFile::includedPaths(const CopierPlace &place)
{
    const QString pattern = place.node.text();
    const bool leaves = pattern.split(u'/').contains(u".."_s);
    if (!place.node.isScalar() || pattern.isEmpty() || pattern.startsWith(u'/') || leaves) {
        complain(place, u"include"_s,
                 translated("“!include” takes the path of a file inside the template."),
                 translated("Write it from the template’s folder on, without “..”."));
        return {};
    }
    const bool isPattern
        = std::ranges::any_of(pattern, [](QChar c) { return u"*?["_s.contains(c); });
    if (!isPattern || !m_files.list)
        return {pattern.toUtf8()};
    QByteArrayList paths = m_files.list();
    paths.removeIf(
        [&](const QByteArray &path) { return !globMatches(QString::fromUtf8(path), pattern); });
    std::ranges::sort(paths);
    return paths;
}

} // namespace waymark
