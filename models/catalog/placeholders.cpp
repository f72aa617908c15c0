#include "models/catalog/placeholders.h"

#include "models/base/json.h"
#include "models/base/textcontext.h"
#include "models/base/utf8.h"
#include "models/catalog/fetchplace.h"
#include "models/yaml/yaml.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("Template");
constexpr std::array placeholderKeys{"$text", "$json", "$yaml"};
constexpr qint64 mostNodes = 100'000; // of all that a template's placeholders stand for
constexpr qsizetype mostPlaceholders = 500; // in a template
constexpr qsizetype mostPlaceholderProblems = 20; // of them that are told

qint64 nodesIn(const Value &value)
{
    qint64 count = 1;
    for (const Value &item : value.toList() ? *value.toList() : List())
        count += nodesIn(item);
    for (const Map::Entry &entry : value.toMap() ? *value.toMap() : Map())
        count += 1 + nodesIn(entry.value);
    return count;
}

/// The only document of `content`, of which no more than `nodes` are read.
Result<Value> fromYaml(const QByteArray &content, const QString &file, qint64 nodes)
{
    YamlOptions options{.file = file};
    options.limits.nodes = nodes;
    const ParsedYaml parsed = parseYaml(content, options);
    if (const Problem *error = parsed.firstError())
        return failure(*error);
    if (parsed.documents.size() == 1)
        return parsed.documents.first().toValue();
    return failure({.code = u"template.placeholder"_s,
                    .message = translated("The file holds %1 documents, and has to hold one.")
                                   .arg(parsed.documents.size()),
                    .file = file});
}

/// Puts what they stand for in the place of placeholders.
class PlaceholderFilling
{
public:
    PlaceholderFilling(const PlaceholderFiles &files, FilledDocument &filled)
        : m_files(files)
        , m_filled(filled)
        , m_folder(QFileInfo(filled.document.file()).path())
    {
    }

    /// Nothing: there is no placeholder in `node`.
    std::optional<YamlNode> changed(const YamlNode &node)
    {
        if (node.isList())
            return changedList(node);
        if (!node.isMap())
            return std::nullopt;
        const QList<YamlNode::Entry> &entries = node.entries();
        const auto hasSign
            = [](const YamlNode::Entry &entry) { return entry.key.text().startsWith(u'$'); };
        if (std::ranges::none_of(entries, hasSign))
            return changedMap(node);
        return entries.size() == 1 ? standingFor(entries.first()) : std::nullopt;
    }

private:
    std::optional<YamlNode> changedList(const YamlNode &node)
    {
        QList<YamlNode> items = node.items();
        bool isChanged = false;
        for (YamlNode &item : items) {
            if (const auto other = changed(item)) {
                item = *other;
                isChanged = true;
            }
        }
        return isChanged ? std::optional(node.withItems(items)) : std::nullopt;
    }

    std::optional<YamlNode> changedMap(const YamlNode &node)
    {
        QList<YamlNode::Entry> entries = node.entries();
        bool isChanged = false;
        for (YamlNode::Entry &entry : entries) {
            if (const auto other = changed(entry.value)) {
                entry.value = *other;
                isChanged = true;
            }
        }
        return isChanged ? std::optional(node.withEntries(entries)) : std::nullopt;
    }

    /// Where it is no placeholder, such as the `$ref` of a schema, it stays.
    std::optional<YamlNode> standingFor(const YamlNode::Entry &entry)
    {
        const QString key = entry.key.text();
        const bool isKnown = std::ranges::any_of(
            placeholderKeys, [&key](const char *known) { return key == QLatin1StringView(known); });
        const QString *url = nullptr;
        const Value named = entry.value.isScalar() ? entry.value.toValue() : Value();
        if (isKnown)
            url = named.toText();
        if (!url || !goesOn(entry.value))
            return std::nullopt;
        const auto path = pathOf(*url, entry.value);
        const auto value = path ? valueOf(key, *path, entry.value) : std::nullopt;
        return value ? std::optional(YamlNode::of(*value, entry.value.position())) : std::nullopt;
    }

    /// Whether one more is looked at, which stands at `node`.
    bool goesOn(const YamlNode &node)
    {
        if (m_isFull)
            return false;
        if (++m_count <= mostPlaceholders && m_filled.problems.size() < mostPlaceholderProblems)
            return true;
        const Problem problem = tooMuch().error().problem;
        complain(node, problem.message, problem.hint);
        return false;
    }

    std::optional<QByteArray> pathOf(const QString &url, const YamlNode &node)
    {
        if (isAbsoluteUrl(url)) {
            complain(node,
                     translated("“%1” is on a server; only files of the template's own source are "
                                "read.")
                         .arg(url),
                     translated("Put the file into the template's folder and name it by a relative "
                                "path."));
            return std::nullopt;
        }
        if (leadsIntoGit(url, m_files.place)) {
            complain(node,
                     translated("“%1” leads into git's own folder, which is no part of a template.")
                         .arg(url),
                     translated("Put the file into the template's folder."));
            return std::nullopt;
        }
        const QByteArray written = joinedPath({}, url.toUtf8());
        if (!url.startsWith(u'/') && !m_named.contains(written)) {
            m_named.insert(written);
            m_filled.files += written;
        }
        const auto path = fetchPlace(url, m_files.place);
        if (!path)
            complain(node, translated("“%1” leads out of the template's source.").arg(url),
                     translated("Put the file into the template's folder. Where it is beside it, "
                                "add the folder around both with “waymark source add”."));
        return path;
    }

    using Content = std::optional<Result<QByteArray>>;

    /// Each file is read once.
    Content contentOf(const QByteArray &path)
    {
        const auto known = m_contents.constFind(path);
        return known != m_contents.cend() ? *known : *m_contents.insert(path, m_files.read(path));
    }

    std::optional<Value> valueOf(const QString &key, const QByteArray &path, const YamlNode &node)
    {
        const Content content = contentOf(path);
        if (!content) {
            complain(
                node, translated("There is no file “%1”.").arg(displayed(path)),
                translated("Make it, or correct the path: it starts at the template's folder."));
            return std::nullopt;
        }
        if (!*content) {
            complain(node,
                     translated("“%1”: %2").arg(displayed(path), content->error().problem.message),
                     content->error().problem.hint);
            return std::nullopt;
        }
        m_bytes += (*content)->size();
        const QString file = QDir::cleanPath(m_folder + u'/' + displayed(path));
        const auto value
            = m_bytes > longestDefinition ? Result<Value>(tooMuch()) : read(key, **content, file);
        m_nodes += value ? nodesIn(*value) : 0;
        if (value && m_nodes <= mostNodes)
            return *value;
        const Problem problem = value ? tooMuch().error().problem : value.error().problem;
        if (problem.file.isEmpty())
            complain(node, problem.message, problem.hint);
        else
            m_filled.problems += problem;
        return std::nullopt;
    }

    [[nodiscard]] Result<Value> read(const QString &key, const QByteArray &content,
                                     const QString &file) const
    {
        if (key == u"$text")
            return Value(displayed(content));
        if (key == u"$yaml")
            return fromYaml(content, file, std::max<qint64>(mostNodes - m_nodes, 1));
        auto value = parseJson(content);
        if (!value)
            value.error().problem.file = file;
        return value;
    }

    /// Told once: nothing is read any more.
    [[nodiscard]] std::unexpected<Error> tooMuch()
    {
        m_isFull = true;
        return failure({.code = u"template.placeholder"_s,
                        .message = translated("What the placeholders of this template stand for is "
                                              "more than is read."),
                        .hint = translated("Write what is large into files that steps fetch.")});
    }

    void complain(const YamlNode &node, const QString &message, const QString &hint)
    {
        m_filled.problems += m_filled.document.placed(
            {.code = u"template.placeholder"_s, .message = message, .hint = hint}, node.position());
    }

    const PlaceholderFiles &m_files;
    FilledDocument &m_filled;
    const QString m_folder;
    QHash<QByteArray, Content> m_contents; // of files that were read, by path
    QSet<QByteArray> m_named; // what m_filled.files has
    qsizetype m_count = 0;
    qint64 m_bytes = 0;
    qint64 m_nodes = 0;
    bool m_isFull = false;
};

} // namespace

bool mayHavePlaceholders(const QByteArray &content)
{
    return std::ranges::any_of(placeholderKeys,
                               [&content](const char *key) { return content.contains(key); });
}

FilledDocument withPlaceholders(const YamlDocument &document, const PlaceholderFiles &files)
{
    FilledDocument filled{.document = document};
    if (!files.read)
        return filled;
    if (const auto root = PlaceholderFilling(files, filled).changed(document.root()))
        filled.document = document.withRoot(*root);
    return filled;
}

} // namespace waymark
