#include "models/catalog/copierexternaldata.h"

#include "models/base/textcontext.h"
#include "models/base/utf8.h"
#include "models/catalog/copiercasts.h"
#include "models/catalog/openfolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using jinja::TaggedValue;

constexpr TextContext translated("Copier");
constexpr qint64 largestFile = qint64{1024} * 1024;
const QString dataName = u"_external_data"_s;

std::unexpected<Error> leadsOut(const QString &path)
{
    return failure(
        {.code = u"template.external-data"_s,
         .message
         = translated("“_external_data” leads out of the service’s folder: “%1”.").arg(path),
         .hint = translated("Name a file inside of it.")});
}

bool isMentioned(const QString &name, const jinja::Mentions &mentions)
{
    jinja::Changes change;
    change.entries[dataName].entries[name].isWhole = true;
    return mentions.hasOthers || mentions.context.meet(change);
}

/// `path` from `folder`, both absolute; nothing: it is not below it.
std::optional<QString> insideOf(const QString &folder, const QString &path)
{
    const QString inside = folder.endsWith(u'/') ? folder : folder + u'/';
    return path.startsWith(inside) ? std::optional(path.sliced(inside.size())) : std::nullopt;
}

} // namespace

CopierExternalData::CopierExternalData(const CopierSettings &settings, const QString &destination,
                                       Render render, Files files)
    : m_settings(settings)
    , m_destination(QDir::cleanPath(destination))
    , m_render(std::move(render))
    , m_files(std::move(files))
    , m_left(settings.externalData.keys())
{
}

bool CopierExternalData::isWanted(const jinja::Mentions &mentions) const
{
    return std::ranges::any_of(
        m_left, [&mentions](const QString &name) { return isMentioned(name, mentions); });
}

QList<Problem> CopierExternalData::readInto(TaggedValue &context, const jinja::Mentions &mentions)
{
    QList<Problem> problems;
    for (const QString &name : QStringList(m_left)) {
        if (!isMentioned(name, mentions))
            continue;
        m_left.removeOne(name);
        const Read one = read(name, context);
        if (one.problem)
            problems += *one.problem;
        const TaggedValue *before = context.find(dataName);
        TaggedValue data = before ? *before : TaggedValue::fromMap({});
        data.insert(name, one.value);
        context.insert(dataName, data);
    }
    return problems;
}

CopierExternalData::Read CopierExternalData::read(const QString &name,
                                                  const TaggedValue &context) const
{
    TaggedValue seen = context;
    seen.insert(u"_copier_phase"_s, Value(u"undefined"_s));
    const auto path = m_render(m_settings.externalData.value(name).textOr(), seen);
    const auto found
        = path ? content(path->value.textOr()) : Result<Value>(std::unexpected(path.error()));
    if (!found)
        return {.value = Value(Map()), .problem = placed(name, found.error().problem)};
    TaggedValue value(*found);
    value.addSources(path->sources);
    return {.value = value};
}

/// What is not there is an empty map, as it is to Copier.
Result<Value> CopierExternalData::content(const QString &path) const
{
    const QString clean = QDir::cleanPath(path);
    const auto inside = clean.startsWith(u'/') ? insideOf(m_destination, clean) : clean;
    if (!inside || *inside == u".." || inside->startsWith(u"../"))
        return leadsOut(path);
    const bool isFolder = inside->isEmpty() || *inside == u".";
    const auto bytes
        = isFolder ? Result<std::optional<QByteArray>>(std::nullopt) : m_files(inside->toUtf8());
    if (!bytes)
        return std::unexpected(bytes.error());
    if (!*bytes)
        return Value(Map());
    const auto text = decodeUtf8(**bytes);
    const auto read = text ? copierYaml(*text) : Result<Value>(std::unexpected(text.error()));
    if (read)
        return read;
    return failure({.code = u"template.external-data"_s,
                    .message = translated("“_external_data” cannot read “%1”: %2")
                                   .arg(path, read.error().problem.message)});
}

Problem CopierExternalData::placed(const QString &name, const Problem &problem) const
{
    Problem about = problem;
    about.code = u"template.external-data"_s;
    return m_settings.root ? m_settings.root->at(dataName).at(name).placed(about) : about;
}

Result<std::optional<QByteArray>> destinationFile(const QString &destination,
                                                  const QByteArray &path)
{
    const QFileInfo file(destination + u'/' + QFile::decodeName(path));
    if (destination.isEmpty() || !file.exists() || file.isDir())
        return std::nullopt;
    const QString root = QFileInfo(destination).canonicalFilePath();
    const auto inside = insideOf(root, file.canonicalFilePath());
    if (!inside)
        return leadsOut(displayed(path));
    auto folder = OpenFolder::open(root);
    QByteArrayList names = QFile::encodeName(*inside).split('/');
    const QByteArray last = names.takeLast();
    for (const QByteArray &name : std::as_const(names)) {
        if (folder)
            folder = folder->folder(name);
    }
    if (!folder)
        return std::unexpected(folder.error());
    auto content = folder->file(last, largestFile);
    if (!content)
        return std::unexpected(content.error());
    return *std::move(content);
}

} // namespace waymark
