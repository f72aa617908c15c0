#include "models/plan/templateidentity.h"

#include "models/git/cleansource.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

/// Where all that `loaded` was read from can be had again, if it is of one commit.
std::optional<git::CleanSource> cleanSourceOf(const LoadedTemplate &loaded)
{
    const QString folder = loaded.entry.folder();
    auto source = git::cleanSource(folder);
    if (!source || source->tree.toHex() != loaded.tree.below({}).hash())
        return {};
    for (const QByteArray &beside : loaded.tree.foldersBeside()) {
        const auto other
            = git::cleanSource(QDir::cleanPath(folder + u'/' + QFile::decodeName(beside)));
        if (!other || other->commit != source->commit
            || other->tree.toHex() != loaded.tree.below(beside).hash())
            return {};
    }
    return source;
}

} // namespace

Result<TemplateIdentity> identityOf(const LoadedTemplate &loaded)
{
    const auto tree = loaded.tree.hash();
    if (!tree)
        return std::unexpected(tree.error());
    const Template &definition = loaded.entry.definition;
    const QString folder = loaded.entry.folder();
    TemplateIdentity identity{.name = definition.name.isEmpty() ? QFileInfo(folder).fileName()
                                                                : definition.name,
                              .url = {},
                              .path = {},
                              .ref = definition.sidecar ? definition.sidecar->version : QString(),
                              .commit = {},
                              .tree = *tree};
    if (loaded.entry.source.kind == Source::Kind::BuiltIn) {
        identity.url = u"waymark:built-in"_s;
        identity.path = loaded.entry.path;
        if (identity.ref.isEmpty())
            identity.ref = QCoreApplication::applicationVersion();
        return identity;
    }
    if (const auto source = cleanSourceOf(loaded)) {
        identity.url = source->url;
        identity.path = QString::fromUtf8(source->path);
        identity.commit = source->commit.toHex();
        if (!source->reference.isEmpty())
            identity.ref = QString::fromUtf8(source->reference);
    }
    return identity;
}

} // namespace waymark
